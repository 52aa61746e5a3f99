package ee.sild.registration.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.hibernate.Session;

import ee.sild.identity.Users;
import ee.sild.partner.Partners;
import ee.sild.platform.Money;
import ee.sild.platform.problem.Violations;
import ee.sild.platform.security.Role;
import ee.sild.platform.security.RowSecurity;
import ee.sild.reference.Vocabularies;
import ee.sild.reference.Vocabulary;

/** The rules that say who decides on a registration. */
@ApplicationScoped
public class Approvals {

    /** The properties that determine who decides. */
    public record Deal(UUID partnerId, Money value, UUID territoryId, List<UUID> productLines) {}

    /** The decision of the matching rule about a deal. */
    public record ApprovalDecision(String rule, boolean automatic, List<ApprovalStep> steps, Integer exclusivityDays) {

        private static final Approvals.ApprovalDecision WITHOUT_RULE =
                new Approvals.ApprovalDecision(null, false, ApprovalStep.BY_DEFAULT, null);
    }

    private final Session session;
    private final RowSecurity rows;
    private final Partners partners;
    private final Users users;
    private final Vocabularies vocabularies;
    private final ApprovalSettings settings;

    Approvals(
            Session session,
            RowSecurity rows,
            Partners partners,
            Users users,
            Vocabularies vocabularies,
            ApprovalSettings settings) {
        this.session = session;
        this.rows = rows;
        this.partners = partners;
        this.users = users;
        this.vocabularies = vocabularies;
        this.settings = settings;
    }

    /** The decision of the first matching rule. A partner does not need to see the rules for it. */
    public Approvals.ApprovalDecision on(Deal deal, Instant now) {
        return rows.asSystem(() -> rule(deal, now)
                .map(rule -> new Approvals.ApprovalDecision(
                        rule.name(),
                        rule.steps().isEmpty(),
                        rule.steps().stream()
                                .map(step -> step(step, deal.partnerId()))
                                .toList(),
                        rule.exclusivityDays()))
                .orElse(Approvals.ApprovalDecision.WITHOUT_RULE));
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
        var id = session.createNativeQuery("""
                select approval_rule_for(:partner, cast(:amount as numeric), cast(:currency as text),
                  cast(:territory as uuid), cast(:lines as uuid[]), :today)""", UUID.class)
                .setParameter("partner", deal.partnerId())
                .setParameter(
                        "amount", deal.value() == null ? null : deal.value().amount())
                .setParameter(
                        "currency", deal.value() == null ? null : deal.value().currency())
                .setParameter("territory", deal.territoryId())
                .setParameter("lines", deal.productLines().toArray(UUID[]::new))
                .setParameter("today", LocalDate.ofInstant(now, ZoneOffset.UTC))
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

    ApprovalPolicy policy() {
        return session.createSelectionQuery("from ApprovalPolicy", ApprovalPolicy.class)
                .getSingleResult();
    }

    ApprovalPolicy lock() {
        return session.createSelectionQuery("from ApprovalPolicy", ApprovalPolicy.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResult();
    }

    EditApprovalPolicyRequest details() {
        return new EditApprovalPolicyRequest(
                rules().stream().map(ApprovalRule::details).toList());
    }

    ApprovalPolicyView view(ApprovalPolicy policy) {
        return new ApprovalPolicyView(rules().stream().map(this::view).toList(), policy.version());
    }

    private ApprovalRuleView view(ApprovalRule rule) {
        var details = rule.details();
        return new ApprovalRuleView(
                rule.name(),
                partners.tiers(details.tierIds()),
                vocabularies.refs(Vocabulary.TERRITORY, details.territoryIds()),
                vocabularies.refs(Vocabulary.PRODUCT_LINE, details.productLineIds()),
                details.valueFrom(),
                details.valueTo(),
                views(rule.steps().stream()
                        .map(step -> ApprovalStep.of(step.approver(), step.userId()))
                        .toList()),
                rule.exclusivityDays());
    }

    private List<ApprovalRule> rules() {
        return session.createSelectionQuery("from ApprovalRule order by position", ApprovalRule.class)
                .getResultList();
    }

    public void replace(EditApprovalPolicyRequest next) {
        replace(lock(), next);
    }

    /** Replaces all rules together: the policy is changed as a whole. */
    void replace(ApprovalPolicy policy, EditApprovalPolicyRequest next) {
        var findings = new Violations();
        for (int i = 0; i < next.rules().size(); i++) {
            check(next.rules().get(i), "/rules/" + i, findings);
        }
        findings.throwIfAny();
        session.lock(policy, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        rules().forEach(session::remove);
        session.flush();
        for (int i = 0; i < next.rules().size(); i++) {
            session.persist(new ApprovalRule(next.rules().get(i), i));
        }
        session.flush();
    }

    private void check(ApprovalRuleRequest rule, String at, Violations findings) {
        findings.addIf(
                        rule.valueTo() != null
                                && rule.valueFrom() != null
                                && rule.valueTo().compareTo(rule.valueFrom()) < 0,
                        at + "/valueTo",
                        "less-than-from")
                .requireReference(
                        partners.tiers(rule.tierIds()).size() == rule.tierIds().size(), at + "/tierIds")
                .requireReference(vocabularies.has(Vocabulary.TERRITORY, rule.territoryIds()), at + "/territoryIds")
                .requireReference(
                        vocabularies.has(Vocabulary.PRODUCT_LINE, rule.productLineIds()), at + "/productLineIds");
        for (int i = 0; i < rule.steps().size(); i++) {
            var step = rule.steps().get(i);
            boolean named = step.userId() != null;
            findings.addIf(
                            (step.approver() == Approver.PERSON) != named,
                            at + "/steps/" + i + "/userId",
                            "approver.person")
                    .requireReference(
                            !named || users.isStaff(step.userId(), Set.of(Role.ADMIN, Role.CHANNEL_MANAGER)),
                            at + "/steps/" + i + "/userId");
        }
    }
}
