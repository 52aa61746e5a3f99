package ee.sild.platform.http;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.CRC32;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import ee.sild.platform.Identified;

/**
 * Computes ETags of single resources and locations of new ones. An ETag is the version and a checksum of what this
 * caller was shown.
 */
@ApplicationScoped
public class ETags {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final ObjectMapper json;

    ETags(ObjectMapper json) {
        this.json = json;
    }

    @ServerResponseFilter
    void tag(ContainerRequestContext request, ContainerResponseContext response) throws JsonProcessingException {
        String location = response.getStatus() == 201 ? location(request.getUriInfo(), response.getEntity()) : null;
        if (location != null) {
            response.getHeaders().putSingle(HttpHeaders.LOCATION, location);
        }
        String tag = tag(response.getEntity());
        if (tag == null) {
            return;
        }
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        if (READING.contains(request.getMethod())
                && includes(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
            response.setEntity(null);
            response.setStatus(304);
        }
    }

    /** Compares weakly (RFC 9110, section 13.1.2), because proxies that compress make tags weak. */
    public static boolean includes(String tags, String tag) {
        return tags != null
                && Arrays.stream(tags.split(","))
                        .map(one -> one.strip().replaceFirst("^W/", ""))
                        .anyMatch(one -> one.equals("*") || one.equals(tag));
    }

    /** The ETag of a single resource; null for anything else. */
    public String tag(Object answer) throws JsonProcessingException {
        if (!(answer instanceof Versioned thing)) {
            return null;
        }
        var checksum = new CRC32();
        checksum.update(json.writeValueAsBytes(thing));
        return "\"" + thing.version() + "." + HexFormat.of().toHexDigits((int) checksum.getValue()) + "\"";
    }

    /** The location of a resource created at this address; null if it has no address of its own. */
    public String location(UriInfo madeAt, Object answer) {
        if (answer instanceof CreatedElsewhere made) {
            return made.address();
        }
        return answer instanceof Versioned && answer instanceof Identified made
                ? madeAt.getPath() + "/" + made.id()
                : null;
    }
}
