package ee.sild.registration.approval;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.hibernate.Session;

import ee.sild.identity.Users;
import ee.sild.partner.Partners;
import ee.sild.platform.problem.Violations;
import ee.sild.platform.security.Role;
import ee.sild.reference.Vocabularies;
import ee.sild.reference.Vocabulary;

/** The policy that says who decides on registrations: its rules, which are changed together. */
@ApplicationScoped
public class ApprovalPolicies {

    private static final Set<Role> APPROVERS = Set.of(Role.ADMIN, Role.CHANNEL_MANAGER);

    private final Session session;
    private final Approvals approvals;
    private final Partners partners;
    private final Users users;
    private final Vocabularies vocabularies;

    ApprovalPolicies(Session session, Approvals approvals, Partners partners, Users users, Vocabularies vocabularies) {
        this.session = session;
        this.approvals = approvals;
        this.partners = partners;
        this.users = users;
        this.vocabularies = vocabularies;
    }

    ApprovalPolicy policy() {
        return session.createSelectionQuery("from ApprovalPolicy", ApprovalPolicy.class)
                .getSingleResult();
    }

    /** By how many percent the value of an approved deal can change without a new approval. */
    public int materialChangePercent() {
        return policy().materialChangePercent();
    }

    ApprovalPolicy lock() {
        return session.createSelectionQuery("from ApprovalPolicy", ApprovalPolicy.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResult();
    }

    EditApprovalPolicyRequest details() {
        return new EditApprovalPolicyRequest(
                rules().stream().map(ApprovalRule::details).toList(), materialChangePercent());
    }

    ApprovalPolicyView view(ApprovalPolicy policy) {
        return new ApprovalPolicyView(
                rules().stream().map(this::view).toList(), policy.materialChangePercent(), policy.version());
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
                approvals.views(rule.steps().stream().map(ApprovalStep::open).toList()),
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
        var known = rules().stream().map(ApprovalRule::details).toList();
        for (int i = 0; i < next.rules().size(); i++) {
            check(next.rules().get(i), known, "/rules/" + i, findings);
        }
        findings.throwIfAny();
        policy.allowChangesUpTo(next.materialChangePercent());
        session.lock(policy, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        rules().forEach(session::remove);
        session.flush();
        for (int i = 0; i < next.rules().size(); i++) {
            session.persist(new ApprovalRule(next.rules().get(i), i));
        }
        session.flush();
    }

    /** What a rule refers to already stays, even if it was retired. */
    private void check(ApprovalRuleRequest rule, List<ApprovalRuleRequest> known, String at, Violations findings) {
        findings.addIf(!rule.hasRange(), at + "/valueTo", "less-than-from")
                .requireReference(
                        vocabularies.has(Vocabulary.TIER, used(known, ApprovalRuleRequest::tierIds), rule.tierIds()),
                        at + "/tierIds")
                .requireReference(
                        vocabularies.has(
                                Vocabulary.TERRITORY,
                                used(known, ApprovalRuleRequest::territoryIds),
                                rule.territoryIds()),
                        at + "/territoryIds")
                .requireReference(
                        vocabularies.has(
                                Vocabulary.PRODUCT_LINE,
                                used(known, ApprovalRuleRequest::productLineIds),
                                rule.productLineIds()),
                        at + "/productLineIds");
        for (int i = 0; i < rule.steps().size(); i++) {
            var step = rule.steps().get(i);
            boolean mayDecide = step.userId() == null || users.isStaff(step.userId(), APPROVERS);
            String named = at + "/steps/" + i + "/userId";
            findings.addIf(!step.namesItsApprover(), named, "approver.person").requireReference(mayDecide, named);
        }
    }

    private static List<UUID> used(
            List<ApprovalRuleRequest> rules, Function<ApprovalRuleRequest, Collection<UUID>> ids) {
        return rules.stream().flatMap(rule -> ids.apply(rule).stream()).toList();
    }
}
