package ee.sild.identity.oauth;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A bearer token, as in RFC 6749. */
public record TokenView(
        @JsonProperty("access_token") String accessToken,

        @JsonProperty("token_type") @Schema(examples = "Bearer")
        String tokenType,

        @JsonProperty("expires_in") @Schema(description = "Seconds", examples = "300")
        long expiresIn,

        @Schema(
                description = "What the token may be used for, space separated",
                examples = "opportunities:read opportunities:write")
        String scope) {}
