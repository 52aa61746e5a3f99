package ee.sild.platform;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Tags each single thing with its version and a checksum of what this caller was shown of it, and says where a new one is. */
class ETags {

    private final ObjectMapper json;

    ETags(ObjectMapper json) {
        this.json = json;
    }

    @ServerResponseFilter
    void tag(ContainerRequestContext request, ContainerResponseContext response) throws JsonProcessingException {
        if (!(response.getEntity() instanceof Versioned thing)) {
            return;
        }
        var checksum = new CRC32();
        checksum.update(json.writeValueAsString(thing).getBytes(StandardCharsets.UTF_8));
        String tag = "\"%d.%08x\"".formatted(thing.version(), checksum.getValue());
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        if (request.getMethod().equals("GET") && tag.equals(request.getHeaderString(HttpHeaders.IF_NONE_MATCH))) {
            response.setEntity(null);
            response.setStatus(304);
        }
        if (response.getStatus() == 201 && thing instanceof Identified made) {
            response.getHeaders().putSingle(HttpHeaders.LOCATION, request.getUriInfo().getPath() + "/" + made.id());
        }
    }
}
