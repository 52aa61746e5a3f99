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
import ee.sild.platform.http.Idempotent;
import ee.sild.platform.http.NameOrder;
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
@Path("/api/v1/territories")
@Tag(name = "Reference data", description = "Tiers, calendars and the vendor's reference data")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
@ApiScope("reference")
@Transactional
@Idempotent
class TerritoryResource {

    private final Vocabularies vocabularies;
    private final EntityManager database;

    TerritoryResource(Vocabularies vocabularies, EntityManager database) {
        this.vocabularies = vocabularies;
        this.database = database;
    }

    @GET
    @Operation(
            operationId = "listTerritories",
            summary = "List territories, by name",
            description = "Regions that the vendor sells in. Partners cover territories, and an "
                    + "opportunity has one. Territories can be nested.")
    public Page<TerritoryView> list() {
        return Page.whole(database.createQuery("from Territory order by " + NameOrder.hql("name"), Territory.class)
                .getResultStream()
                .map(Territory::view)
                .toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, CHANNEL_MANAGER})
    @ResponseStatus(201)
    @APIResponseSchema(value = TerritoryView.class, responseCode = "201")
    @ProblemCodes("duplicate")
    @Operation(
            operationId = "createTerritory",
            summary = "Create a territory",
            description = "Partners and opportunities can refer to it immediately.")
    public TerritoryView create(@NotNull @Valid CreateTerritoryRequest request) {
        vocabularies.require(Vocabulary.TERRITORY, Collections.singleton(request.parentId()), "/parentId");
        var territory = new Territory(request.name()).in(request.parentId());
        database.persist(territory);
        database.flush();
        return territory.view();
    }
}
