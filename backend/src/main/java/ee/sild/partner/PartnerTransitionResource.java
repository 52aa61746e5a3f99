package ee.sild.partner;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import ee.sild.platform.http.Idempotent;
import ee.sild.platform.http.IfMatch;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.security.ApiScope;
import ee.sild.platform.security.CurrentUser;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/partners")
@Tag(name = "Partners", description = "Companies that the vendor sells through, and their users")
@RolesAllowed({ADMIN, CHANNEL_MANAGER})
@ApiScope("partners")
@Transactional
@Idempotent
class PartnerTransitionResource {

    private final Partners partners;
    private final PartnerViews views;
    private final CurrentUser user;
    private final IfMatch ifMatch;
    private final Clock clock;

    PartnerTransitionResource(Partners partners, PartnerViews views, CurrentUser user, IfMatch ifMatch, Clock clock) {
        this.partners = partners;
        this.views = views;
        this.user = user;
        this.ifMatch = ifMatch;
        this.clock = clock;
    }

    @POST
    @Path("/{id}/activate")
    @ProblemCodes("partner.transition")
    @Operation(
            operationId = "activatePartner",
            summary = "Activate a partner",
            description = "Opportunities can be offered to the partner, and its users can sign in.")
    public PartnerView activate(UUID id) {
        return change(id, (partner, now) -> partner.activate(user.role(), now));
    }

    @POST
    @Path("/{id}/suspend")
    @ProblemCodes("partner.transition")
    @Operation(
            operationId = "suspendPartner",
            summary = "Suspend a partner",
            description = "Its users lose access with their next request.")
    public PartnerView suspend(UUID id) {
        return change(id, (partner, now) -> partner.suspend(user.role(), now));
    }

    private PartnerView change(UUID id, BiConsumer<Partner, Instant> act) {
        var partner = partners.lock(id, user);
        ifMatch.check(partner.version());
        act.accept(partner, clock.instant());
        partners.flush();
        return views.view(partner, user);
    }
}
