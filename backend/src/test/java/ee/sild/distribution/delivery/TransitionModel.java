package ee.sild.distribution.delivery;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * A model of one opportunity that the vendor distributes: who sees it, who may execute which transition, and the next
 * status. It was written from the product rules, not from the code, to compare it with the server.
 */
final class TransitionModel {

    enum Status {
        NEW,
        POOL,
        DELIVERED,
        ACCEPTED,
        ON_HOLD,
        DECLINED,
        EXPIRED,
        RETURNED,
        WON,
        LOST,
        CANCELED
    }

    enum OfferState {
        DELIVERED,
        ACCEPTED,
        DECLINED,
        EXPIRED,
        RECALLED,
        RETURNED,
        REVOKED,
        COMPLETED
    }

    enum Caller {
        STAFF,
        A,
        B
    }

    enum Place {
        ASKED,
        JOINED,
        LEADS
    }

    private static final Set<Status> TO_BE_DISTRIBUTED =
            EnumSet.of(Status.NEW, Status.DECLINED, Status.EXPIRED, Status.RETURNED);
    private static final Set<Status> WORKED = EnumSet.of(Status.ACCEPTED, Status.ON_HOLD);
    private static final Set<Status> CLOSED = EnumSet.of(Status.WON, Status.LOST, Status.CANCELED);

    Status status = Status.NEW;
    /** The partner that has the offer or works on it; of several partners the lead. */
    Caller partner;
    /** Null unless several partners work on it. */
    Map<Caller, Place> places;

    final Map<Caller, TransitionModel.OfferState> offers = new EnumMap<>(Caller.class);
    /**
     * The partners that have declined or returned it, or let an offer expire. Staff need a reason to name them again.
     */
    private final Set<Caller> refused = EnumSet.noneOf(Caller.class);
    /** Whether the lead leads because it is the only partner, and not because staff named it. */
    private boolean alone;
    /** The partner that claimed it from the pool and has had no offer since. */
    private Caller claimer;

    boolean sees(Caller who) {
        if (who == Caller.STAFF) {
            return true;
        }
        return places != null
                ? places.containsKey(who)
                : status == Status.POOL ? !refused.contains(who) : partner == who;
    }

    private boolean asked(Caller who) {
        return places != null ? places.get(who) == Place.ASKED : status == Status.DELIVERED;
    }

    private boolean works(Caller who) {
        return who == Caller.STAFF || (sees(who) && status != Status.POOL && !asked(who));
    }

    /** The only partner, or the lead. */
    private boolean manages(Caller who) {
        return works(who) && (places == null || who == Caller.STAFF || places.get(who) == Place.LEADS);
    }

    private int refused(Caller who) {
        return sees(who) ? 403 : 404;
    }

    int distribute(Caller who, Caller to, boolean override) {
        if (who != Caller.STAFF) {
            return 403;
        }
        if (!TO_BE_DISTRIBUTED.contains(status) || (refused.contains(to) && !override)) {
            return 409;
        }
        status = Status.DELIVERED;
        partner = to;
        offer(to, TransitionModel.OfferState.DELIVERED);
        return 200;
    }

    int share(Caller who, boolean ask, boolean override) {
        if (who != Caller.STAFF) {
            return 403;
        }
        if (!TO_BE_DISTRIBUTED.contains(status) || (!refused.isEmpty() && !override)) {
            return 409;
        }
        status = ask ? Status.DELIVERED : Status.ACCEPTED;
        places = new EnumMap<>(Caller.class);
        for (Caller one : EnumSet.of(Caller.A, Caller.B)) {
            places.put(one, ask ? Place.ASKED : Place.JOINED);
            offer(one, ask ? TransitionModel.OfferState.DELIVERED : TransitionModel.OfferState.ACCEPTED);
        }
        return 200;
    }

    int pool(Caller who) {
        if (who != Caller.STAFF) {
            return 403;
        }
        if (!TO_BE_DISTRIBUTED.contains(status)) {
            return 409;
        }
        status = Status.POOL;
        return 200;
    }

    int claim(Caller who) {
        if (who == Caller.STAFF) {
            return 403;
        }
        if (!sees(who)) {
            boolean tooLate = claimer != null
                    && offers.get(claimer) == TransitionModel.OfferState.ACCEPTED
                    && !refused.contains(who);
            return tooLate ? 409 : 404;
        }
        if (status != Status.POOL) {
            return 409;
        }
        status = Status.ACCEPTED;
        partner = who;
        offer(who, TransitionModel.OfferState.ACCEPTED);
        claimer = who;
        return 200;
    }

    int accept(Caller who) {
        if (offers.get(who) != TransitionModel.OfferState.DELIVERED) {
            return 409;
        }
        offers.put(who, TransitionModel.OfferState.ACCEPTED);
        if (places != null) {
            places.put(who, Place.JOINED);
        }
        if (status == Status.DELIVERED) {
            status = Status.ACCEPTED;
        }
        settleLead();
        return 200;
    }

    /** A partner that is the only one leads, until there is another one. */
    private void settleLead() {
        if (places == null || !WORKED.contains(status)) {
            return;
        }
        if (places.size() == 1 && places.containsValue(Place.JOINED)) {
            partner = places.keySet().iterator().next();
            places.put(partner, Place.LEADS);
            alone = true;
        } else if (places.size() > 1 && alone) {
            places.replaceAll((other, place) -> place == Place.LEADS ? Place.JOINED : place);
            partner = null;
            alone = false;
        }
    }

    int decline(Caller who) {
        if (offers.get(who) != TransitionModel.OfferState.DELIVERED) {
            return 409;
        }
        refused.add(who);
        offers.put(who, TransitionModel.OfferState.DECLINED);
        drop(who, Status.DECLINED);
        return 200;
    }

    /** The system, for an offer that waits for its answer. */
    void expire(Caller who) {
        refused.add(who);
        offers.put(who, TransitionModel.OfferState.EXPIRED);
        drop(who, Status.EXPIRED);
    }

    private void drop(Caller who, Status next) {
        if (places != null && places.size() > 1) {
            places.remove(who);
            settleLead();
        } else {
            leave(next, TransitionModel.OfferState.RECALLED, TransitionModel.OfferState.RECALLED);
        }
    }

    int recall(Caller who) {
        if (who != Caller.STAFF) {
            return 403;
        }
        if (status != Status.DELIVERED && status != Status.POOL) {
            return 409;
        }
        leave(Status.NEW, TransitionModel.OfferState.RECALLED, TransitionModel.OfferState.RECALLED);
        return 200;
    }

    int hold(Caller who) {
        return manages(who) ? move(Status.ACCEPTED, Status.ON_HOLD) : refused(who);
    }

    int resume(Caller who) {
        return manages(who) ? move(Status.ON_HOLD, Status.ACCEPTED) : refused(who);
    }

    private int move(Status from, Status to) {
        if (status != from) {
            return 409;
        }
        status = to;
        return 200;
    }

    int giveBack(Caller who) {
        if (who == Caller.STAFF || !works(who)) {
            return who == Caller.STAFF ? 403 : refused(who);
        }
        if (!WORKED.contains(status)) {
            return 409;
        }
        boolean others = places != null
                && places.entrySet().stream()
                        .anyMatch(place -> place.getKey() != who && place.getValue() != Place.ASKED);
        offers.put(who, TransitionModel.OfferState.RETURNED);
        refused.add(who);
        if (others) {
            places.remove(who);
            partner = partner == who ? null : partner;
            settleLead();
        } else {
            leave(Status.RETURNED, TransitionModel.OfferState.RECALLED, TransitionModel.OfferState.RETURNED);
        }
        return 200;
    }

    int cancel(Caller who) {
        // A partner can only cancel opportunities that it created.
        if (who != Caller.STAFF) {
            return refused(who);
        }
        return WORKED.contains(status) ? close(Status.CANCELED) : 409;
    }

    int takeBack(Caller who) {
        if (who != Caller.STAFF) {
            return 403;
        }
        if (!WORKED.contains(status)) {
            return 409;
        }
        leave(Status.NEW, TransitionModel.OfferState.RECALLED, TransitionModel.OfferState.REVOKED);
        return 200;
    }

    int close(Caller who, boolean won) {
        if (!manages(who)) {
            return refused(who);
        }
        if (CLOSED.contains(status) || (who != Caller.STAFF && !WORKED.contains(status))) {
            return 409;
        }
        return close(won ? Status.WON : Status.LOST);
    }

    private int close(Status how) {
        boolean offered = status == Status.DELIVERED;
        offers.replaceAll((who, offer) -> offer == TransitionModel.OfferState.DELIVERED
                ? TransitionModel.OfferState.RECALLED
                : offer == TransitionModel.OfferState.ACCEPTED ? TransitionModel.OfferState.COMPLETED : offer);
        if (places != null) {
            places.values().removeIf(place -> place == Place.ASKED);
        }
        if (offered) {
            partner = null;
            places = null;
            alone = false;
        }
        status = how;
        return 200;
    }

    int reopen(Caller who, boolean override) {
        if (who != Caller.STAFF) {
            return 403;
        }
        boolean excluded = places == null
                ? refused.contains(partner)
                : places.keySet().stream().anyMatch(refused::contains);
        if (!CLOSED.contains(status) || (excluded && !override)) {
            return 409;
        }
        boolean worked = partner != null || places != null;
        status = worked ? Status.ACCEPTED : Status.NEW;
        if (worked) {
            offers.replaceAll((partnerOf, offer) -> offer == TransitionModel.OfferState.COMPLETED
                            && (places == null ? partnerOf == partner : places.containsKey(partnerOf))
                    ? TransitionModel.OfferState.ACCEPTED
                    : offer);
        }
        settleLead();
        return 200;
    }

    int add(Caller who, Caller partnerToAdd, boolean ask, boolean override) {
        if (who != Caller.STAFF) {
            return 403;
        }
        if (places != null && places.containsKey(partnerToAdd)) {
            return 200;
        }
        if (CLOSED.contains(status)
                || (places == null
                        && (partner == partnerToAdd
                                || (!WORKED.contains(status) && !TO_BE_DISTRIBUTED.contains(status))))
                || (refused.contains(partnerToAdd) && !override)) {
            return 409;
        }
        if (places == null) {
            places = new EnumMap<>(Caller.class);
            if (partner != null) {
                places.put(partner, Place.JOINED);
                partner = null;
            } else {
                status = ask ? Status.DELIVERED : Status.ACCEPTED;
            }
        }
        if (!ask && status == Status.DELIVERED) {
            status = Status.ACCEPTED;
        }
        places.put(partnerToAdd, ask ? Place.ASKED : Place.JOINED);
        offer(partnerToAdd, ask ? TransitionModel.OfferState.DELIVERED : TransitionModel.OfferState.ACCEPTED);
        settleLead();
        return 200;
    }

    int lead(Caller who, Caller partnerToLead) {
        if (who != Caller.STAFF) {
            return 403;
        }
        if (places == null || !places.containsKey(partnerToLead)) {
            throw new IllegalStateException("The partner does not collaborate");
        }
        if (places.get(partnerToLead) == Place.LEADS && !alone) {
            return 200;
        }
        if (places.get(partnerToLead) == Place.ASKED || CLOSED.contains(status)) {
            return 409;
        }
        places.replaceAll((other, place) -> place == Place.LEADS ? Place.JOINED : place);
        places.put(partnerToLead, Place.LEADS);
        partner = partnerToLead;
        alone = false;
        return 200;
    }

    int remove(Caller who, Caller partnerToRemove) {
        if (who != Caller.STAFF) {
            return 403;
        }
        if (places == null || !places.containsKey(partnerToRemove)) {
            return 404;
        }
        boolean joined = places.get(partnerToRemove) != Place.ASKED;
        boolean othersJoined = places.entrySet().stream()
                .anyMatch(place -> place.getKey() != partnerToRemove && place.getValue() != Place.ASKED);
        boolean last = (joined && status != Status.DELIVERED) ? !othersJoined : places.size() == 1;
        if (last || CLOSED.contains(status)) {
            return 409;
        }
        places.remove(partnerToRemove);
        offers.put(partnerToRemove, joined ? TransitionModel.OfferState.REVOKED : TransitionModel.OfferState.RECALLED);
        partner = partner == partnerToRemove ? null : partner;
        settleLead();
        return 200;
    }

    /** Adds a new one. */
    private void offer(Caller to, TransitionModel.OfferState as) {
        claimer = claimer == to ? null : claimer;
        offers.put(to, as);
    }

    private void leave(Status next, TransitionModel.OfferState ofTheAsked, TransitionModel.OfferState ofThoseAtWork) {
        offers.replaceAll((who, offer) -> offer == TransitionModel.OfferState.DELIVERED
                ? ofTheAsked
                : offer == TransitionModel.OfferState.ACCEPTED ? ofThoseAtWork : offer);
        status = next;
        partner = null;
        places = null;
        alone = false;
    }
}
