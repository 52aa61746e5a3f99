package ee.sild.customer;

import java.util.UUID;

import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Identifiers;
import ee.sild.platform.VatNumber;
import ee.sild.platform.WebDomain;
import ee.sild.platform.WebDomains;

/** How a customer is registered and what it does. */
public record CustomerProfileRequest(
        @Size(max = 50)
        @Schema(
                nullable = true,
                description = "The company's registry code, unique within the country; stored without spaces and "
                        + "in upper case",
                examples = "10203040")
        String registryCode,

        @VatNumber
        @Size(max = 50)
        @Schema(
                nullable = true,
                description = "Stored without spaces and punctuation, and with the country's prefix",
                examples = "EE100203040")
        String vatNumber,

        @WebDomain
        @Size(max = 253)
        @Schema(
                nullable = true,
                description = "A domain, or a web address, of which the domain is stored",
                examples = "saartekala.example")
        String webDomain,

        @Schema(nullable = true) UUID industryId) {

    static final CustomerProfileRequest NONE = new CustomerProfileRequest(null, null, null, null);

    public CustomerProfileRequest {
        registryCode = Identifiers.registryCode(registryCode);
        webDomain = WebDomains.normalize(webDomain);
    }

    /** With the VAT number as it is written in the country. */
    CustomerProfileRequest in(String country) {
        return new CustomerProfileRequest(
                registryCode, Identifiers.vatNumber(vatNumber, country), webDomain, industryId);
    }

    static CustomerProfileRequest of(CustomerProfile profile) {
        return new CustomerProfileRequest(
                profile.registryCode(), profile.vatNumber(), profile.webDomain(), profile.industryId());
    }
}
