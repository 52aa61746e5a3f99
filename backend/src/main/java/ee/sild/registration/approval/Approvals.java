package ee.sild.registration.approval;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import ee.sild.identity.Users;
import ee.sild.partner.Partners;
import ee.sild.platform.VendorDays;
import ee.sild.platform.database.ScalarQuery;
import ee.sild.platform.security.RowSecurity;

/** The rules that say who decides on a registration. */
@ApplicationScoped
public class Approvals {

    private final Session session;
    private final RowSecurity rows;
    private final Partners partners;
    private final Users users;
    private final ApprovalSettings settings;

    Approvals(Session session, RowSecurity rows, Partners partners, Users users, ApprovalSettings settings) {
        this.session = session;
        this.rows = rows;
        this.partners = partners;
        this.users = users;
        this.settings = settings;
    }

    /** The decision of the first matching rule. A partner does not need to see the rules for it. */
    public ApprovalDecision on(Deal deal, Instant now) {
        return rows.asSystem(() -> rule(deal, now)
                .map(rule -> new ApprovalDecision(
                        rule.name(),
                        rule.steps().isEmpty(),
                        rule.steps().stream()
                                .map(step -> step(step, deal.partnerId()))
                                .toList(),
                        rule.exclusivityDays()))
                .orElse(ApprovalDecision.WITHOUT_RULE));
    }

    /** Starts the approval of a submitted deal. Approvers are reminded after three quarters of the time. */
    public Approval begin(Deal deal, Instant now) {
        var time = settings.decideWithin();
        return new Approval(
                on(deal, now),
                partners.workingTimeAfter(deal.partnerId(), time.multipliedBy(3).dividedBy(4), now),
                partners.workingTimeAfter(deal.partnerId(), time, now));
    }

    /** The approval that would start. */
    public ApprovalPreview preview(Deal deal, boolean isFree, Instant now) {
        var approval = begin(deal, now);
        if (approval.isAutomatic() && !isFree) {
            approval.leaveToPeople();
        }
        return new ApprovalPreview(approval.isAutomatic(), views(approval.steps()), approval.decideBy());
    }

    private Optional<ApprovalRule> rule(Deal deal, Instant now) {
        var id = ScalarQuery.of(session, """
                select approval_rule_for(:partner, cast(:amount as numeric), cast(:currency as text),
                  cast(:territory as uuid), cast(:lines as uuid[]), :today)""", UUID.class)
                .setParameter("partner", deal.partnerId())
                .setParameter(
                        "amount", deal.value() == null ? null : deal.value().amount())
                .setParameter(
                        "currency", deal.value() == null ? null : deal.value().currency())
                .setParameter("territory", deal.territoryId())
                .setParameter("lines", deal.productLines().toArray(UUID[]::new))
                .setParameter("today", VendorDays.of(now))
                .getSingleResult();
        return Optional.ofNullable(id).map(found -> session.find(ApprovalRule.class, found));
    }

    private ApprovalStep step(ApprovalRule.Step step, UUID partner) {
        return ApprovalStep.of(
                step.approver(),
                step.approver() == Approver.PARTNERS_CHANNEL_MANAGER
                        ? partners.channelManager(partner)
                        : step.userId());
    }

    public List<ApprovalStepView> views(List<ApprovalStep> steps) {
        return steps.stream().map(this::view).toList();
    }

    private ApprovalStepView view(ApprovalStep step) {
        return new ApprovalStepView(
                step.approver(), users.ref(step.userId()), users.ref(step.decidedBy()), step.decidedAt());
    }
}
