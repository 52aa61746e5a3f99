package ee.sild.registration.submission;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.opportunity.edit.CreateOpportunity;
import ee.sild.platform.problem.Violations;
import ee.sild.platform.security.CurrentUser;
import ee.sild.reference.Vocabularies;
import ee.sild.reference.Vocabulary;
import ee.sild.registration.DealRegistration;

/** Creates an opportunity and requests exclusivity for it. */
@ApplicationScoped
class RegisterNewDeal {

    private final RegisterDeal registerDeal;
    private final CreateOpportunity newcomers;
    private final Vocabularies vocabularies;
    private final CurrentUser user;

    RegisterNewDeal(
            RegisterDeal registerDeal, CreateOpportunity newcomers, Vocabularies vocabularies, CurrentUser user) {
        this.registerDeal = registerDeal;
        this.newcomers = newcomers;
        this.vocabularies = vocabularies;
        this.user = user;
    }

    DealRegistration register(RegisterNewDealRequest request) {
        var violations = new Violations()
                .requireReference(
                        vocabularies.has(Vocabulary.PRODUCT_LINE, request.productLineIds()), "/productLineIds");
        var brought = newcomers.create(request.opportunity(), user, violations.within("/opportunity"));
        return registerDeal.register(brought.id(), request.productLineIds(), request.comment());
    }
}
