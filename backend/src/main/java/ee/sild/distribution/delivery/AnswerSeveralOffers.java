package ee.sild.distribution.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.distribution.offer.OfferView;
import ee.sild.distribution.offer.Offers;
import ee.sild.platform.Page;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.problem.RuleViolation;

/** Answers several offers in one request. */
@ApplicationScoped
class AnswerSeveralOffers {

    private final Offers offers;

    AnswerSeveralOffers(Offers offers) {
        this.offers = offers;
    }

    /**
     * Answers several offers independently. Each one either fails before anything of it changes, or is executed fully.
     * They are locked in one order, so that two such requests never deadlock.
     */
    Page<AnsweredOfferView> each(List<UUID> ids, Function<UUID, OfferView> answer) {
        var answers = new HashMap<UUID, AnsweredOfferView>();
        for (UUID id : offers.inLockingOrder(ids)) {
            try {
                answers.put(id, new AnsweredOfferView(id, answer.apply(id), null));
            } catch (NotFound | RuleViolation failure) {
                answers.put(id, new AnsweredOfferView(id, null, failure.problem()));
            }
        }
        return Page.whole(ids.stream().map(answers::get).toList());
    }
}
