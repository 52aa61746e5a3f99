package ee.sild.partner;

import java.util.Objects;

import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Identifiers;
import ee.sild.platform.Multiline;
import ee.sild.platform.VatNumber;
import ee.sild.platform.WebDomain;
import ee.sild.platform.WebDomains;

/** What a partner says about itself. */
public record PartnerProfileRequest(
        @Size(max = 50)
        @Schema(
                nullable = true,
                description = "Unique within the country; stored without spaces and in upper case",
                examples = "12345678")
        String registryCode,

        @VatNumber
        @Size(max = 50)
        @Schema(
                nullable = true,
                description = "Stored without spaces and punctuation, and with the country's prefix",
                examples = "EE123456789")
        String vatNumber,

        @WebDomain
        @Size(max = 253)
        @Schema(
                nullable = true,
                description = "A domain, or a web address, of which the domain is stored",
                examples = "pohjala.example")
        String webDomain,

        @Size(max = 50) @Schema(nullable = true, examples = "+372 600 0000")
        String phone,

        @Multiline @Size(max = 2000) @Schema(nullable = true, description = "The competencies of the partner")
        String about) {

    static final PartnerProfileRequest NONE = new PartnerProfileRequest(null, null, null, null, null);

    public PartnerProfileRequest {
        registryCode = Identifiers.registryCode(registryCode);
        webDomain = WebDomains.normalize(webDomain);
    }

    /** With the VAT number as it is written in the country. */
    PartnerProfileRequest in(String country) {
        return new PartnerProfileRequest(
                registryCode, Identifiers.vatNumber(vatNumber, country), webDomain, phone, about);
    }

    boolean hasIdentifiersOf(PartnerProfileRequest other) {
        return Objects.equals(registryCode, other.registryCode)
                && Objects.equals(vatNumber, other.vatNumber)
                && Objects.equals(webDomain, other.webDomain);
    }
}
