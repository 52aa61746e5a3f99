package ee.sild.partner;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Country;
import ee.sild.platform.Identifiers;
import ee.sild.platform.problem.NotAllowed;
import ee.sild.platform.security.CurrentUser;

/** A partner's details. */
public record EditPartnerRequest(
        @NotBlank @Size(max = 200) @Schema(examples = "Põhjala Süsteemid OÜ")
        String name,

        @NotNull @Country @Schema(description = "The country code (ISO 3166-1 alpha-2)", examples = "EE")
        String country,

        @Valid @Schema(nullable = true) PartnerProfileRequest profile,
        @Valid @Schema(nullable = true) ProgrammeRequest programme) {

    public EditPartnerRequest {
        country = Identifiers.code(country);
        profile = profile == null ? PartnerProfileRequest.NONE : profile.in(country);
        programme = programme == null ? ProgrammeRequest.NONE : programme;
    }

    static EditPartnerRequest of(Partner partner) {
        return new EditPartnerRequest(
                partner.name(),
                partner.country(),
                new PartnerProfileRequest(
                        partner.registryCode(),
                        partner.vatNumber(),
                        partner.webDomain(),
                        partner.phone(),
                        partner.about()),
                ProgrammeRequest.of(partner));
    }

    /** Throws if a partner changes what matching and the detection of conflicts use. */
    void checkTerms(EditPartnerRequest before, CurrentUser by) {
        if (!by.isStaff()
                && !(country.equals(before.country)
                        && profile.hasIdentifiersOf(before.profile)
                        && programme.isSameAs(before.programme))) {
            throw new NotAllowed("partner.terms");
        }
    }
}
