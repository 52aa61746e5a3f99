package ee.sild.reference;

import java.util.Collections;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
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

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.ANALYST;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_ADMIN;
import static ee.sild.platform.security.Roles.PARTNER_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_SELLER;
import static ee.sild.platform.security.Roles.SALES;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1")
@Tag(name = "Reference data", description = "Tiers, calendars and the vendor's reference data")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
@ApiScope("reference")
@Transactional
@Idempotent
class ReferenceResource {

    private final Vocabularies vocabularies;
    private final EntityManager database;

    ReferenceResource(Vocabularies vocabularies, EntityManager database) {
        this.vocabularies = vocabularies;
        this.database = database;
    }

    @GET
    @Path("/territories")
    @Operation(
            operationId = "listTerritories",
            summary = "List territories, by name",
            description = "Regions that the vendor sells in. Partners cover territories, and an "
                    + "opportunity has one. Territories can be nested.")
    public Page<TerritoryView> territories() {
        return Page.whole(database.createQuery("from Territory order by lower(name)", Territory.class)
                .getResultStream()
                .map(Territory::view)
                .toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/territories")
    @RolesAllowed({ADMIN, CHANNEL_MANAGER})
    @ResponseStatus(201)
    @APIResponseSchema(value = TerritoryView.class, responseCode = "201")
    @ProblemCodes("duplicate")
    @Operation(
            operationId = "createTerritory",
            summary = "Create a territory",
            description = "Partners and opportunities can refer to it immediately.")
    public TerritoryView addTerritory(@NotNull @Valid CreateTerritoryRequest request) {
        vocabularies.require(Vocabulary.TERRITORY, Collections.singleton(request.parentId()), "/parentId");
        var territory = new Territory(request.name()).in(request.parentId());
        database.persist(territory);
        database.flush();
        return territory.view();
    }

    @GET
    @Path("/competencies")
    @Operation(
            operationId = "listCompetencies",
            summary = "List competencies, by name",
            description = "Skills and certificates that partners have and opportunities require.")
    public Page<Ref> competencies() {
        return Page.whole(vocabularies.all(Vocabulary.COMPETENCY));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/competencies")
    @RolesAllowed({ADMIN, CHANNEL_MANAGER})
    @ResponseStatus(201)
    @APIResponseSchema(value = Ref.class, responseCode = "201")
    @ProblemCodes("duplicate")
    @Operation(
            operationId = "createCompetency",
            summary = "Create a competency",
            description = "Partners and opportunities can refer to it immediately.")
    public Ref addCompetency(@NotNull @Valid AddEntryRequest request) {
        return vocabularies.add(Vocabulary.COMPETENCY, request.name());
    }

    @GET
    @Path("/industries")
    @Operation(
            operationId = "listIndustries",
            summary = "List industries, by name",
            description = "Customers and opportunities refer to an industry.")
    public Page<Ref> industries() {
        return Page.whole(vocabularies.all(Vocabulary.INDUSTRY));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/industries")
    @RolesAllowed({ADMIN, CHANNEL_MANAGER})
    @ResponseStatus(201)
    @APIResponseSchema(value = Ref.class, responseCode = "201")
    @ProblemCodes("duplicate")
    @Operation(
            operationId = "createIndustry",
            summary = "Create an industry",
            description = "Customers and opportunities can refer to it immediately.")
    public Ref addIndustry(@NotNull @Valid AddEntryRequest request) {
        return vocabularies.add(Vocabulary.INDUSTRY, request.name());
    }

    @GET
    @Path("/product-lines")
    @Operation(
            operationId = "listProductLines",
            summary = "List product lines, by name",
            description = "Families of the vendor's products. Opportunities refer to product lines.")
    public Page<Ref> productLines() {
        return Page.whole(vocabularies.all(Vocabulary.PRODUCT_LINE));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/product-lines")
    @RolesAllowed({ADMIN, CHANNEL_MANAGER})
    @ResponseStatus(201)
    @APIResponseSchema(value = Ref.class, responseCode = "201")
    @ProblemCodes("duplicate")
    @Operation(
            operationId = "createProductLine",
            summary = "Create a product line",
            description = "Opportunities can refer to it immediately.")
    public Ref addProductLine(@NotNull @Valid AddEntryRequest request) {
        return vocabularies.add(Vocabulary.PRODUCT_LINE, request.name());
    }
}
