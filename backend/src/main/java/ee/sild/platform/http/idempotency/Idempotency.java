package ee.sild.platform.http.idempotency;

import java.util.HexFormat;
import java.util.regex.Pattern;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jboss.resteasy.reactive.ResponseStatus;

import ee.sild.platform.http.ETags;
import ee.sild.platform.http.Idempotent;
import ee.sild.platform.problem.Malformed;
import ee.sild.platform.security.AesGcm;
import ee.sild.platform.security.CurrentUser;

/**
 * Makes retried POSTs safe: stores the first response under its key in the same transaction as its effect, and returns
 * it again for the same caller, operation and body. Roles and scopes are checked again before. Failures are not stored:
 * nothing happened, so the request may be retried.
 */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class Idempotency {

    public static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final CurrentUser user;
    private final HttpHeaders headers;
    private final UriInfo address;
    private final ETags etags;
    private final ObjectMapper json;
    private final EntityManager database;
    private final StoredResponses responses;

    Idempotency(
            CurrentUser user,
            HttpHeaders headers,
            UriInfo address,
            ETags etags,
            ObjectMapper json,
            EntityManager database,
            StoredResponses responses) {
        this.user = user;
        this.headers = headers;
        this.address = address;
        this.etags = etags;
        this.json = json;
        this.database = database;
        this.responses = responses;
    }

    @AroundInvoke
    Object once(InvocationContext operation) throws Exception {
        String key = operation.getMethod().isAnnotationPresent(POST.class) ? headers.getHeaderString(HEADER) : null;
        if (key == null || user.callerOrNull() == null) {
            return operation.proceed();
        }
        if (!KEY.matcher(key).matches()) {
            throw new Malformed("idempotency.key");
        }
        String fingerprint = fingerprint(operation);
        responses.open(key, fingerprint);
        Object answer = operation.proceed();
        database.flush();
        responses.keep(key, fingerprint, response(operation, answer));
        return answer;
    }

    private StoredResponse response(InvocationContext operation, Object answer) throws JsonProcessingException {
        int status = status(operation, answer);
        return new StoredResponse(
                status,
                etags.tag(answer),
                status == 201 ? etags.location(address, answer) : null,
                answer == null ? "" : json.writeValueAsString(answer));
    }

    private static int status(InvocationContext operation, Object answer) {
        var declared = operation.getMethod().getAnnotation(ResponseStatus.class);
        return declared != null ? declared.value() : answer == null ? 204 : 200;
    }

    /** A hash of the operation and everything sent to it. */
    private String fingerprint(InvocationContext operation) throws JsonProcessingException {
        String sent = address.getPath() + "\n" + headers.getHeaderString(HttpHeaders.IF_MATCH) + "\n"
                + json.writeValueAsString(operation.getParameters());
        return HexFormat.of().formatHex(AesGcm.digest(sent));
    }
}
