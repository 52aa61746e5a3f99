package ee.sild.identity;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Ref;

/** What a user owns and a successor has to take over before the user is deactivated or gets another role. */
public record OwnedView(
        @Schema(description = "Open opportunities of which the user is the owner")
        long openOpportunities,

        @Schema(description = "Partners of which the user is the channel manager")
        long partners,

        @Schema(description = "Approval rules and open steps that name the user")
        long approvals,

        @Schema(description = "Open opportunities that are assigned to the user of a partner")
        long assignedOpportunities,

        @Schema(description = "Who can take all of it over, by name; empty if there is nothing")
        List<Ref> successors) {}
