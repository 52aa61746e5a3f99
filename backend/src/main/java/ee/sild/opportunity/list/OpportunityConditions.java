package ee.sild.opportunity.list;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import ee.sild.opportunity.OpportunityStatus;
import ee.sild.opportunity.state.Alert;
import ee.sild.platform.http.KeysetQuery;
import ee.sild.platform.security.CurrentUser;

/** Which opportunities a list has: those that the viewer may see and that match the filter. */
final class OpportunityConditions {

    /**
     * What a partner sees outside the pool. All rows of an opportunity have the same time, which lets the list begin
     * with the partner's rows in their order.
     */
    private static final String LISTED_FOR = """
            exists (select 1 from ListedOpportunity theirs where %s
              and theirs.opportunityId = l.opportunityId and theirs.updatedAt = l.updatedAt)""";

    private static final String LED_OR_JOINED = """
            %s or exists (select 1 from Collaborator other where other.opportunityId = l.opportunityId and %s)""";

    private static final String OF_A_LINE = """
            exists (select 1 from Opportunity x join x.details.productLines line where x.id = l.opportunityId and %s)""";

    private OpportunityConditions() {}

    /** @param pool the opportunities that the pool offers to a partner; not used unless the list is its pool */
    static void apply(KeysetQuery<?> list, OpportunityFilter filter, CurrentUser viewer, Supplier<UUID[]> pool) {
        visible(list, filter, viewer, pool);
        matching(list, filter, viewer);
    }

    private static void visible(
            KeysetQuery<?> list, OpportunityFilter filter, CurrentUser viewer, Supplier<UUID[]> pool) {
        if (filter.isPool()) {
            list.where("l.viewerId = :vendor", "vendor", ListedOpportunity.VENDOR)
                    .where("l.status = :pooled", "pooled", OpportunityStatus.POOL.name())
                    .where(
                            KeysetQuery.oneOf("l.opportunityId", "pool"),
                            "pool",
                            viewer.partnerScope() == null ? null : pool.get());
            return;
        }
        list.where(
                        "l.viewerId = :viewer",
                        "viewer",
                        viewer.isStaff() ? ListedOpportunity.VENDOR : viewer.partnerScope())
                .where("l.visibleTo = :seller", "seller", viewer.assigneeScope());
    }

    private static void matching(KeysetQuery<?> list, OpportunityFilter filter, CurrentUser viewer) {
        if (filter.view != null && filter.view != OpportunityFilter.View.pool) {
            list.where(
                    "l.status" + (filter.view == OpportunityFilter.View.distributed ? " = :offered" : " <> :offered"),
                    "offered",
                    OpportunityStatus.DELIVERED.name());
        }
        list.whereOneOf(
                        "l.status",
                        "status",
                        filter.status == null
                                ? null
                                : filter.status.stream()
                                        .map(OpportunityStatus::name)
                                        .toList())
                .whereOneOf("l.phase", "phase", filter.phase)
                .whereOneOf("l.source", "source", filter.source)
                .whereAny(
                        viewer.isStaff() ? LISTED_FOR : LED_OR_JOINED,
                        viewer.isStaff() ? List.of("theirs.viewerId") : List.of("l.partnerId", "other.partnerId"),
                        "partner",
                        filter.partnerId)
                .whereOneOf("l.ownerId", "owner", filter.ownerId)
                .whereOneOf("l.territoryId", "territory", filter.territoryId)
                .whereAny(OF_A_LINE, List.of("line"), "line", filter.productLineId)
                .whereOneOf("l.alert", "alert", filter.alert)
                .where("l.closedOn >= :closedFrom", "closedFrom", filter.closedFrom)
                .where("l.closedOn <= :closedTo", "closedTo", filter.closedTo);
        if (filter.exhausted) {
            list.where("l.exhausted");
        }
        if (filter.extensionRequested) {
            list.where("l.extensionDueOn is not null");
        }
        if (filter.shared) {
            list.where("l.collaborationId is not null");
        }
        if (filter.overdue) {
            list.where("l.alert = :overdue", "overdue", Alert.OVERDUE);
        }
    }
}
