package ee.sild.opportunity.view;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import ee.sild.opportunity.Alert;
import ee.sild.opportunity.OpportunityStatus;
import ee.sild.opportunity.Source;
import ee.sild.opportunity.state.Phase;
import ee.sild.platform.http.KeysetQuery;

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
    @Parameter(description = "Text in the topic, the number or the customer's name")
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

    public void apply(KeysetQuery<?> list, LocalDate today) {
        if (view != null && view != View.pool) {
            list.where(
                    OpportunityList.STATUS + (view == View.distributed ? " = :offered" : " <> :offered"),
                    "offered",
                    OpportunityStatus.DELIVERED.name());
        }
        list.where(
                        "lower(o.details.topic) like lower(:q) escape '!' or o.number "
                                + "like upper(:q) escape '!' or lower("
                                + OpportunityList.CUSTOMER + ") like lower(:q) escape '!'",
                        "q",
                        KeysetQuery.containing(q))
                .where(
                        OpportunityList.STATUS + " in :status",
                        "status",
                        status == null
                                ? null
                                : status.stream().map(OpportunityStatus::name).toList())
                .where("o.pipeline.phase in :phase", "phase", phase)
                .where("o.source in :source", "source", source)
                .where("o.customerId in :customer", "customer", customerId)
                .where(
                        "o.partnerId in :partner or exists (select 1 from Collaborator other where "
                                + "other.opportunityId = o.id and other.partnerId in :partner)",
                        "partner",
                        partnerId)
                .where("o.ownerId in :owner", "owner", ownerId)
                .where("o.details.territoryId in :territory", "territory", territoryId)
                .where(
                        "exists (select 1 from Opportunity x join x.details.productLines line where x.id = "
                                + "o.id and line in :line)",
                        "line",
                        productLineId)
                .where("o.closing.closedOn >= :closedFrom", "closedFrom", closedFrom)
                .where("o.closing.closedOn <= :closedTo", "closedTo", closedTo);
        if (alert != null && !alert.isEmpty()) {
            list.where(OpportunityList.WORKED)
                    .where(
                            OpportunityList.ALERT + " in :alert",
                            "alert",
                            alert.stream().map(Alert::name).toList());
        }
        if (exhausted) {
            list.where("o.plan.exhausted");
        }
        if (extensionRequested) {
            list.where("o.dueDate.extensionRequest.requestedAt is not null");
        }
        if (shared) {
            list.where("o.collaborationId is not null");
        }
        if (overdue) {
            list.where(OpportunityList.WORKED + " and o.dueDate.dueOn < :today", "today", today);
        }
    }
}
