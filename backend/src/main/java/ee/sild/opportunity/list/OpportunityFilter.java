package ee.sild.opportunity.list;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import ee.sild.opportunity.OpportunityStatus;
import ee.sild.opportunity.Source;
import ee.sild.opportunity.state.Alert;
import ee.sild.opportunity.state.Phase;

/** The filters of the opportunity list. */
public class OpportunityFilter {

    /** A partner's lists. */
    @Schema(name = "PartnerList")
    public enum View {
        distributed,
        managed,
        pool
    }

    @QueryParam("view")
    @Parameter(
            description = "One of a partner's lists: `distributed` is waiting for its answer, "
                    + "`managed` is in progress or closed, and `pool` can be claimed")
    View view;

    @QueryParam("q")
    @Size(max = 200)
    @Parameter(
            description =
                    "Words that must all be found: in the number, topic, customer (name, registry code, VAT number "
                            + "or web domain), partner, contact (name or e-mail address) or notes, as far as the caller may "
                            + "read them. Case and accents are ignored. A word is found anywhere in a longer one from three "
                            + "characters on, otherwise at its beginning. A page of a long list can have fewer items than "
                            + "`limit`, or none, and a `nextCursor`: it continues the search.")
    String q;

    @QueryParam("status")
    List<OpportunityStatus> status;

    @QueryParam("phase")
    List<Phase> phase;

    @QueryParam("source")
    List<Source> source;

    @QueryParam("customerId")
    List<UUID> customerId;

    @QueryParam("partnerId")
    List<UUID> partnerId;

    @QueryParam("ownerId")
    List<UUID> ownerId;

    @QueryParam("territoryId")
    List<UUID> territoryId;

    @QueryParam("productLineId")
    List<UUID> productLineId;

    @QueryParam("overdue")
    @Parameter(description = "Only opportunities in progress that are past their due date")
    boolean overdue;

    @QueryParam("alert")
    @Parameter(description = "Only opportunities with one of these alerts")
    List<Alert> alert;

    @QueryParam("exhausted")
    @Parameter(description = "Staff only: only opportunities whose automatic distribution found no partner")
    boolean exhausted;

    @QueryParam("extensionRequested")
    @Parameter(description = "Only opportunities with an extension request")
    boolean extensionRequested;

    @QueryParam("closedFrom")
    @Parameter(description = "Closed on this day or later")
    LocalDate closedFrom;

    @QueryParam("closedTo")
    @Parameter(description = "Closed on this day or earlier")
    LocalDate closedTo;

    @QueryParam("shared")
    @Parameter(description = "Only collaborations of several partners")
    boolean shared;

    public boolean isPool() {
        return view == View.pool;
    }
}
