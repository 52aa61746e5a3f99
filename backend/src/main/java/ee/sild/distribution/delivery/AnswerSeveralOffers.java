package ee.sild.distribution.delivery;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.distribution.offer.Offer;
import ee.sild.distribution.offer.OfferList;
import ee.sild.distribution.offer.Offers;
import ee.sild.platform.Page;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.security.CurrentUser;

/** Answers several offers in one request. */
@ApplicationScoped
class AnswerSeveralOffers {

    private final Offers offers;
    private final OfferList list;
    private final CurrentUser user;

    AnswerSeveralOffers(Offers offers, OfferList list, CurrentUser user) {
        this.offers = offers;
        this.list = list;
        this.user = user;
    }

    /**
     * Answers several offers independently. Each one either fails before anything of it changes, or is executed fully.
     * They are locked in one order, so that two such requests never deadlock.
     */
    Page<AnsweredOfferView> each(List<UUID> ids, Consumer<UUID> answer) {
        var inOrder = ids.stream()
                .sorted(Comparator.comparing(id ->
                        offers.findByIdOptional(id).map(Offer::opportunityId).orElse(id)))
                .toList();
        var answers = new HashMap<UUID, AnsweredOfferView>();
        for (UUID id : inOrder) {
            try {
                answer.accept(id);
                answers.put(id, new AnsweredOfferView(id, list.view(id, user), null));
            } catch (NotFound | RuleViolation failure) {
                answers.put(id, new AnsweredOfferView(id, null, failure.problem()));
            }
        }
        return Page.whole(ids.stream().map(answers::get).toList());
    }
}
