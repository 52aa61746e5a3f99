package ee.sild.identity.oauth;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An error response of the token endpoint, as in RFC 6749. */
@Schema(description = "An OAuth 2.0 error response (RFC 6749, section 5.2)")
public record TokenFailure(
        @Schema(examples = "invalid_client") String error,
        @JsonProperty("error_description") String description) {}
