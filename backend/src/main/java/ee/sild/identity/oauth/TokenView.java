package ee.sild.identity.oauth;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A bearer token, as in RFC 6749. */
public record TokenView(
        @JsonProperty("access_token") String accessToken,

        @JsonProperty("token_type") @Schema(examples = "Bearer")
        String tokenType,

        @JsonProperty("expires_in") @Schema(description = "The lifetime of the token in seconds", examples = "300")
        long expiresIn,

        @Schema(
                description = "The scopes of the token, separated by spaces",
                examples = "opportunities:read opportunities:write")
        String scope) {}
