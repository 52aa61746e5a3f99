package ee.sild.platform.http.parameter;

import java.util.Optional;
import java.util.Set;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import ee.sild.platform.problem.Problem;
import ee.sild.platform.problem.Problems;

/**
 * Answers {@code OPTIONS} with the methods of the address itself; the framework would list those of the whole resource.
 * Refuses other methods of an address that is also an ID of another route: {@code /sessions/refresh} is no session.
 */
public class MethodFilter {

    private final AllowedMethods methods;

    MethodFilter(AllowedMethods methods) {
        this.methods = methods;
    }

    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    Optional<RestResponse<?>> answer(ContainerRequestContext request) {
        if (!request.getMethod().equals("OPTIONS")) {
            var allowed = methods.ofFixed(request.getUriInfo().getPath());
            return allowed.isEmpty() || allowed.contains(request.getMethod())
                    ? Optional.empty()
                    : Optional.of(notAllowed(allowed));
        }
        var allowed = methods.of(request.getUriInfo().getPath());
        return Optional.of(
                allowed.isEmpty()
                        ? Problems.answer("not-found", null)
                        : RestResponse.ResponseBuilder.noContent()
                                .header(HttpHeaders.ALLOW, String.join(", ", allowed))
                                .build());
    }

    /** The answer to a method that an address does not have. */
    public static RestResponse<Problem> notAllowed(Set<String> allowed) {
        var answer = Problems.answer("method-not-allowed", null);
        answer.getHeaders().putSingle(HttpHeaders.ALLOW, String.join(", ", allowed));
        return answer;
    }
}
