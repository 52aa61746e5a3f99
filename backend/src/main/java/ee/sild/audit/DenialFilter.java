package ee.sild.audit;

import java.sql.SQLException;
import java.sql.Types;
import java.util.Set;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;

import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.runtime.BlockingOperationControl;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import ee.sild.platform.problem.Problem;
import ee.sild.platform.security.Caller;
import ee.sild.platform.security.Cookies;
import ee.sild.platform.security.CurrentUser;

/**
 * Records every denial in the audit log: of signed-in callers, and of invalid credentials. A request without
 * credentials is not recorded, because nothing was attempted.
 */
class DenialFilter {

    private static final Set<Integer> REFUSED = Set.of(401, 403, 404);
    private static final Set<String> TRIES = Set.of("sign-in.wrong", "sign-in.too-many");
    private static final int LONGEST = 500;

    private final CurrentUser user;
    private final HttpServerRequest connection;
    private final AgroalDataSource database;
    private final Vertx vertx;

    DenialFilter(CurrentUser user, HttpServerRequest connection, AgroalDataSource database, Vertx vertx) {
        this.user = user;
        this.connection = connection;
        this.database = database;
        this.vertx = vertx;
    }

    @ServerResponseFilter
    void write(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(response.getEntity() instanceof Problem problem) || !isDenial(request, problem)) {
            return;
        }
        String address = connection.remoteAddress().hostAddress();
        String whole =
                request.getMethod() + " /" + request.getUriInfo().getPath().replaceFirst("^/", "");
        // Database text can hold every character except this one.
        String said = whole.substring(0, Math.min(whole.length(), LONGEST)).replace('\0', '\uFFFD');
        Caller caller = user.callerOrNull();
        if (BlockingOperationControl.isBlockingAllowed()) {
            write(caller, said, problem, address);
        } else {
            vertx.executeBlocking(
                    () -> {
                        write(caller, said, problem, address);
                        return null;
                    },
                    false);
        }
    }

    private boolean isDenial(ContainerRequestContext request, Problem problem) {
        if (TRIES.contains(problem.code())) {
            return true;
        }
        boolean proof = request.getHeaderString(HttpHeaders.AUTHORIZATION) != null
                || request.getCookies().containsKey(Cookies.ACCESS);
        return proof && REFUSED.contains(problem.status());
    }

    private void write(Caller caller, String said, Problem problem, String address) {
        try (var connection = database.getConnection();
                var call = connection.prepareStatement("select record_denial(?, ?, ?, ?, ?, ?)")) {
            call.setObject(1, caller == null ? null : caller.id(), Types.OTHER);
            call.setString(2, said);
            call.setInt(3, problem.status());
            call.setString(4, problem.code());
            call.setString(5, address);
            call.setString(6, problem.traceId());
            call.execute();
        } catch (SQLException e) {
            Log.warnf("A refusal could not be written down: %s", e.getMessage());
        }
    }
}
