package ee.sild.platform.http.idempotency;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Returns a stored response again. */
class ReplayMapper {

    @ServerExceptionMapper
    RestResponse<String> map(Replay again) {
        var stored = again.response();
        var answer = ResponseBuilder.<String>create(stored.status()).header("Idempotent-Replayed", "true");
        if (!stored.body().isEmpty()) {
            answer.entity(stored.body()).type(MediaType.APPLICATION_JSON + ";charset=UTF-8");
        }
        if (stored.etag() != null) {
            answer.header(HttpHeaders.ETAG, stored.etag());
        }
        if (stored.location() != null) {
            answer.header(HttpHeaders.LOCATION, stored.location());
        }
        return answer.build();
    }
}
