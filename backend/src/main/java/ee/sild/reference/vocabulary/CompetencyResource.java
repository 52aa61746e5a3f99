package ee.sild.reference.vocabulary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import ee.sild.platform.Page;
import ee.sild.platform.Ref;
import ee.sild.platform.http.Idempotent;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.security.ApiScope;
import ee.sild.reference.Vocabularies;
import ee.sild.reference.Vocabulary;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.ANALYST;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_ADMIN;
import static ee.sild.platform.security.Roles.PARTNER_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_SELLER;
import static ee.sild.platform.security.Roles.SALES;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/competencies")
@Tag(name = "Reference data", description = "Tiers, calendars and the vendor's reference data")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
@ApiScope("reference")
@Transactional
@Idempotent
class CompetencyResource {

    private final Vocabularies vocabularies;

    CompetencyResource(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
    }

    @GET
    @Operation(
            operationId = "listCompetencies",
            summary = "List competencies, by name",
            description = "Skills and certificates that partners have and opportunities require.")
    public Page<Ref> list() {
        return Page.whole(vocabularies.all(Vocabulary.COMPETENCY));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, CHANNEL_MANAGER})
    @ResponseStatus(201)
    @APIResponseSchema(value = Ref.class, responseCode = "201")
    @ProblemCodes("duplicate")
    @Operation(
            operationId = "createCompetency",
            summary = "Create a competency",
            description = "Partners and opportunities can refer to it immediately.")
    public Ref create(@NotNull @Valid AddEntryRequest request) {
        return vocabularies.add(Vocabulary.COMPETENCY, request.name());
    }
}
