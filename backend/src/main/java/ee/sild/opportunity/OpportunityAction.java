package ee.sild.opportunity;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import ee.sild.opportunity.OpportunityStatus.Transition;
import ee.sild.platform.problem.ApiException;
import ee.sild.platform.problem.NotAllowed;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.security.CurrentUser;

import static ee.sild.opportunity.Party.COLLABORATOR;
import static ee.sild.opportunity.Party.MANAGING_PARTNER;
import static ee.sild.opportunity.Party.STAFF;

/**
 * The actions that a user can take on an opportunity next. The web app shows a button for each, and the commands use
 * the same conditions.
 */
public enum OpportunityAction {
    EDIT,
    APPROVE,
    REJECT,
    DISTRIBUTE,
    OPEN_TO_POOL,
    COLLABORATE,
    CLAIM,
    RECALL,
    ACCEPT,
    DECLINE,
    CHANGE_PHASE,
    ASSIGN,
    EXTEND,
    DECIDE_EXTENSION,
    HOLD,
    RESUME,
    RETURN,
    CANCEL,
    TAKE_BACK,
    CLOSE,
    REOPEN,
    REGISTER;

    /** A partner's sellers cannot take these; the roles of the operations say so. */
    private static final Set<OpportunityAction> NOT_OF_SELLERS = EnumSet.of(ASSIGN, CLAIM);

    /**
     * What decides on the actions.
     *
     * @param extensionRequested whether a partner's extension request is pending
     */
    public record Situation(
            OpportunityStatus status, Source source, boolean shared, boolean extensionRequested, Party by) {}

    /** The actions that the caller can take next. */
    public static List<OpportunityAction> open(Situation situation, CurrentUser user) {
        return Stream.of(values())
                .filter(action -> action.isOpenTo(user))
                .filter(action -> action.isOpen(situation))
                .toList();
    }

    /** Whether this user can take the action at all. */
    public boolean isOpenTo(CurrentUser user) {
        return objectionTo(user).isEmpty();
    }

    /** Throws if this user cannot take the action, whatever the situation. */
    public void require(CurrentUser user) {
        throwIfAny(objectionTo(user));
    }

    /** Why this user cannot take the action, whatever the situation; empty if they can. */
    private Optional<Supplier<ApiException>> objectionTo(CurrentUser user) {
        return when(user.isSeller() && NOT_OF_SELLERS.contains(this), OpportunityAction::notYours);
    }

    boolean isOpen(Situation situation) {
        return objection(situation).isEmpty();
    }

    /** Throws if the action cannot be taken now. */
    public void require(Situation situation) {
        throwIfAny(objection(situation));
    }

    /** Throws if the status does not allow a transition by the party. */
    static void require(Transition transition, Situation situation) {
        throwIfAny(objection(transition, situation));
    }

    private static void throwIfAny(Optional<Supplier<ApiException>> objection) {
        if (objection.isPresent()) {
            throw objection.get().get();
        }
    }

    /** Why the action cannot be taken now; empty if it can. */
    private Optional<Supplier<ApiException>> objection(Situation on) {
        return switch (this) {
            case EDIT ->
                objectionToOthers(on)
                        .or(() -> when(on.status.isClosed(), () -> new RuleViolation("opportunity.closed")));
            case CHANGE_PHASE, ASSIGN -> objectionToWork(on);
            case EXTEND -> objectionToCollaborator(on).or(() -> objectionToWork(on));
            case DECIDE_EXTENSION ->
                objectionToPartners(on)
                        .or(() -> objectionToWork(on))
                        .or(() -> when(
                                !on.extensionRequested, () -> new RuleViolation("opportunity.no-extension-request")));
            case COLLABORATE ->
                objectionToPartners(on)
                        .or(() -> when(
                                !on.status.isWorked()
                                        && !(on.shared && !on.status.isClosed())
                                        && !on.status.allows(Transition.COLLABORATE, on.by),
                                on.status::violation));
            case RETURN ->
                when(
                                on.by == MANAGING_PARTNER && !on.shared && on.source == Source.PARTNER_CREATED,
                                () -> new RuleViolation("opportunity.return-own"))
                        .or(() -> objection(Transition.RETURN, on));
            case CANCEL ->
                objectionToCollaborator(on)
                        .or(() -> when(
                                on.by == MANAGING_PARTNER && on.source == Source.DISTRIBUTED,
                                () -> new NotAllowed("opportunity.cancel-distributed")))
                        .or(() -> objection(Transition.CANCEL, on));
            case REGISTER ->
                objectionToOthers(on)
                        .or(() -> when(
                                on.shared
                                        || on.source != Source.PARTNER_CREATED
                                        || !(on.status == OpportunityStatus.PENDING_APPROVAL || on.status.isWorked()),
                                on.status::violation));
            case CLOSE -> objection(Transition.CLOSE_AS_WON, on);
            case APPROVE -> objection(Transition.APPROVE, on);
            case REJECT -> objection(Transition.REJECT, on);
            case DISTRIBUTE -> objection(Transition.DISTRIBUTE, on);
            case OPEN_TO_POOL -> objection(Transition.OPEN_TO_POOL, on);
            case CLAIM -> objection(Transition.CLAIM, on);
            case RECALL -> objection(Transition.RECALL, on);
            case ACCEPT -> objection(Transition.ACCEPT, on);
            case DECLINE -> objection(Transition.DECLINE, on);
            case HOLD -> objection(Transition.HOLD, on);
            case RESUME -> objection(Transition.RESUME, on);
            case TAKE_BACK -> objection(Transition.TAKE_BACK, on);
            case REOPEN -> objection(Transition.REOPEN, on);
        };
    }

    /** Why the status does not allow a transition by the caller; empty if it does. */
    private static Optional<Supplier<ApiException>> objection(Transition transition, Situation on) {
        if (on.status.allows(transition, on.by)) {
            return Optional.empty();
        }
        return OpportunityStatus.TABLE.isEver(transition, on.by)
                ? Optional.of(on.status::violation)
                : objectionToCollaborator(on).or(() -> Optional.of(OpportunityAction::notYours));
    }

    private static Optional<Supplier<ApiException>> objectionToWork(Situation on) {
        return objectionToOthers(on).or(() -> when(!on.status.isWorked(), on.status::violation));
    }

    private static Optional<Supplier<ApiException>> objectionToOthers(Situation on) {
        return when(!on.by.isWorking(), OpportunityAction::notYours);
    }

    private static Optional<Supplier<ApiException>> objectionToPartners(Situation on) {
        return when(on.by != STAFF, OpportunityAction::notYours);
    }

    /** While several partners work on it, only staff or the lead partner may change what concerns all of them. */
    private static Optional<Supplier<ApiException>> objectionToCollaborator(Situation on) {
        return when(on.by == COLLABORATOR, () -> new NotAllowed("opportunity.shared"));
    }

    private static ApiException notYours() {
        return new NotAllowed("opportunity.not-yours");
    }

    private static Optional<Supplier<ApiException>> when(boolean applies, Supplier<ApiException> objection) {
        return applies ? Optional.of(objection) : Optional.empty();
    }
}
