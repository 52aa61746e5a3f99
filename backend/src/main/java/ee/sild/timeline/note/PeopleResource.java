package ee.sild.timeline.note;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import ee.sild.opportunity.Opportunities;
import ee.sild.platform.Page;
import ee.sild.platform.security.ApiScope;
import ee.sild.platform.security.CurrentUser;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.ANALYST;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_ADMIN;
import static ee.sild.platform.security.Roles.PARTNER_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_SELLER;
import static ee.sild.platform.security.Roles.SALES;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/opportunities/{id}/people")
@Tag(name = "Timeline", description = "Notes and events of an opportunity")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
@ApiScope("notes")
@Transactional
class PeopleResource {

    private final People people;
    private final Opportunities opportunities;
    private final CurrentUser user;

    PeopleResource(People people, Opportunities opportunities, CurrentUser user) {
        this.people = people;
        this.opportunities = opportunities;
        this.user = user;
    }

    @GET
    @Operation(
            operationId = "listPeople",
            summary = "List the users who can be mentioned",
            description = "Returns the users who can read notes for `EVERYONE`. Partner users see only the "
                    + "staff users who manage the opportunity.")
    public Page<PersonView> people(UUID id) {
        return Page.whole(people.of(opportunities.get(id, user), user));
    }
}
