package ee.sild.registration;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.identity.Users;
import ee.sild.partner.Partners;
import ee.sild.platform.Page;
import ee.sild.platform.Ref;
import ee.sild.platform.security.CurrentUser;
import ee.sild.reference.Vocabularies;
import ee.sild.reference.Vocabulary;
import ee.sild.registration.DealRegistrationView.ExclusivityExtensionView;
import ee.sild.registration.DealRegistrationView.ExclusivityView;
import ee.sild.registration.DealRegistrationView.RegistrationApprovalView;
import ee.sild.registration.DealRegistrationView.RegistrationDecisionView;
import ee.sild.registration.DealRegistrationView.RegistrationScopeView;
import ee.sild.registration.DealRegistrationView.RegistrationSubmissionView;
import ee.sild.registration.DealRegistrationView.ScopeChangeView;
import ee.sild.registration.approval.Approval;
import ee.sild.registration.approval.Approvals;

/** Builds the views of registrations for the caller. */
@ApplicationScoped
public class DealRegistrationViews {

    private final Partners partners;
    private final Users users;
    private final Vocabularies vocabularies;
    private final Approvals approvals;
    private final CurrentUser viewer;
    private final RegistrationSettings settings;

    DealRegistrationViews(
            Partners partners,
            Users users,
            Vocabularies vocabularies,
            Approvals approvals,
            CurrentUser viewer,
            RegistrationSettings settings) {
        this.partners = partners;
        this.users = users;
        this.vocabularies = vocabularies;
        this.approvals = approvals;
        this.viewer = viewer;
        this.settings = settings;
    }

    public Page<DealRegistrationView> view(Page<DealRegistration> page) {
        return page.map(this::view);
    }

    public DealRegistrationView view(DealRegistration registration) {
        return new DealRegistrationView(
                registration.id(),
                registration.number(),
                new Ref(registration.opportunityId(), registration.topic()),
                new Ref(registration.customerId(), registration.customerName()),
                partners.ref(registration.partnerId()),
                vocabularies.refs(Vocabulary.PRODUCT_LINE, registration.productLines()),
                registration.status(),
                view(registration.submission()),
                view(registration.scope()),
                change(registration),
                view(registration.approval()),
                view(registration.decision()),
                view(registration.exclusivity()),
                RegistrationAction.open(registration, viewer, settings.extensions()),
                registration.version());
    }

    private RegistrationSubmissionView view(Submission submission) {
        return new RegistrationSubmissionView(
                submission.comment(),
                users.ref(submission.submittedBy()),
                submission.submittedAt(),
                submission.appealed());
    }

    private RegistrationScopeView view(RegistrationScope scope) {
        return new RegistrationScopeView(scope.value(), vocabularies.ref(Vocabulary.TERRITORY, scope.territoryId()));
    }

    private ScopeChangeView change(DealRegistration registration) {
        var change = registration.change();
        return change == null
                ? null
                : new ScopeChangeView(
                        change.value(),
                        vocabularies.ref(Vocabulary.TERRITORY, change.territoryId()),
                        vocabularies.refs(Vocabulary.PRODUCT_LINE, registration.requestedLines()),
                        known(users.ref(change.requestedBy())),
                        change.requestedAt());
    }

    /** A partner does not know the users of others that it no longer works with. */
    private static Ref known(Ref user) {
        return user.name() == null ? null : user;
    }

    private RegistrationApprovalView view(Approval approval) {
        return new RegistrationApprovalView(
                approval.decideBy(),
                approval.isAutomatic(),
                approvals.views(approval.steps()),
                viewer.isStaff() ? approval.rule() : null);
    }

    private RegistrationDecisionView view(Decision decision) {
        return new RegistrationDecisionView(
                users.ref(decision.decidedBy()),
                decision.decidedAt(),
                decision.reasonCode(),
                decision.reason(),
                decision.requestedFields());
    }

    private static ExclusivityView view(ExclusivityPeriod period) {
        var request = period.extensionRequest();
        return period.from() == null
                ? null
                : new ExclusivityView(
                        period.from(),
                        period.until(),
                        period.extensions(),
                        request == null ? null : new ExclusivityExtensionView(request.until(), request.reason()));
    }
}
