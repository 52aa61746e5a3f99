package ee.sild.opportunity;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;

import org.hibernate.annotations.DynamicUpdate;

import ee.sild.opportunity.OpportunityAction.Situation;
import ee.sild.opportunity.OpportunityStatus.Transition;
import ee.sild.opportunity.state.Closing;
import ee.sild.opportunity.state.CurrentOffer;
import ee.sild.opportunity.state.DistributionPlan;
import ee.sild.opportunity.state.DueDate;
import ee.sild.opportunity.state.Pipeline;

/**
 * A sales opportunity at a customer. The vendor distributes it to a partner, or a partner creates it. Its commands are
 * grouped: {@link #offering}, {@link #sharing}, {@link #invitation}, {@link #work}, {@link #extension} and
 * {@link #closing}.
 */
@Entity
@DynamicUpdate
public class Opportunity extends OpportunityState {

    /** After these transitions the search for the next partner continues. */
    private static final Set<Transition> KEEPS_PLAN = EnumSet.of(
            Transition.DISTRIBUTE,
            Transition.ACCEPT,
            Transition.DECLINE,
            Transition.EXPIRE,
            Transition.HOLD,
            Transition.RESUME,
            Transition.RETURN);

    @Embedded
    private OpportunityDetails details = new OpportunityDetails();

    @Embedded
    private Pipeline pipeline;

    @Embedded
    private DueDate dueDate = DueDate.NONE;

    @Embedded
    private CurrentOffer offer;

    @Embedded
    private DistributionPlan plan = DistributionPlan.NONE;

    @Embedded
    private Closing closing;

    protected Opportunity() {
        // for Hibernate
    }

    private Opportunity(
            String number, UUID customerId, Source source, OpportunityStatus status, UUID createdBy, Instant now) {
        super(number, customerId, source, status, createdBy, now);
    }

    /** A new opportunity of staff, to be distributed to a partner. */
    public static Opportunity byStaff(
            String number, UUID customerId, EditOpportunityRequest request, UUID createdBy, Instant now) {
        var opportunity =
                new Opportunity(number, customerId, Source.DISTRIBUTED, OpportunityStatus.NEW, createdBy, now);
        opportunity.write(request, now);
        return opportunity;
    }

    /** A new opportunity of a partner, which manages it once staff approve. */
    public static Opportunity byPartner(
            String number, UUID customerId, EditOpportunityRequest request, UUID createdBy, UUID partner, Instant now) {
        var opportunity = new Opportunity(
                number, customerId, Source.PARTNER_CREATED, OpportunityStatus.PENDING_APPROVAL, createdBy, now);
        opportunity.write(request, now);
        opportunity.managedBy(partner);
        opportunity.update(Pipeline.NONE.assignedTo(createdBy));
        return opportunity;
    }

    /** Offers to one partner, and the pool. */
    public OpportunityOffering offering() {
        return new OpportunityOffering(this);
    }

    /** Collaboration of several partners. */
    public OpportunitySharing sharing() {
        return new OpportunitySharing(this);
    }

    /** A partner that is asked to collaborate. */
    public OpportunityInvitation invitation() {
        return new OpportunityInvitation(this);
    }

    /** A partner's work. */
    public OpportunityWork work() {
        return new OpportunityWork(this);
    }

    /** More time for it. */
    public OpportunityExtension extension() {
        return new OpportunityExtension(this);
    }

    /** The end, and reopening. */
    public OpportunityClosing closing() {
        return new OpportunityClosing(this);
    }

    public OpportunityEvent created(Instant now) {
        return new OpportunityEvent.Created(EventSubject.of(this), now);
    }

    public OpportunityEvent edit(
            EditOpportunityRequest request, List<EventDetails.FieldChange> changes, Party by, Instant now) {
        OpportunityAction.EDIT.require(situation(by));
        var linesBefore = Set.copyOf(details().productLines());
        write(request, now);
        return new OpportunityEvent.Edited(EventSubject.of(this), changes, linesBefore, now);
    }

    /** Staff change the customer, and with it the contacts. */
    public OpportunityEvent moveTo(
            UUID customer, Set<UUID> contacts, List<EventDetails.FieldChange> changes, Instant now) {
        belongTo(customer);
        write(EditOpportunityRequest.of(this).withContacts(contacts), now);
        return new OpportunityEvent.Edited(
                EventSubject.of(this), changes, Set.copyOf(details().productLines()), now);
    }

    private void write(EditOpportunityRequest request, Instant now) {
        details().write(request);
        ownedBy(request.ownerId());
        update(dueDate().on(request.pipeline().dueOn()));
        touch(now);
    }

    /** What decides on the actions of a party. */
    public Situation situation(Party by) {
        return new Situation(status(), source(), collaborationId() != null, dueDate.isRequested(), by);
    }

    /** Whether the partner that created it can request exclusivity. */
    public boolean isRegistrable() {
        return OpportunityAction.REGISTER.isOpen(situation(Party.MANAGING_PARTNER));
    }

    void move(Transition transition, Party by, Instant now) {
        OpportunityAction.require(transition, situation(by));
        become(status().after(transition, by));
        update(KEEPS_PLAN.contains(transition) ? plan().notExhausted() : DistributionPlan.NONE);
        if (!status().isWorked()) {
            update(dueDate().withoutRequest());
        }
        touch(now);
    }

    /** Removes the partner. Only this partner and staff get the reason. */
    EventSubject leave(Transition transition, String code, String why, Party by, Instant now) {
        move(transition, by, now);
        var on = EventSubject.of(this);
        update(offer().ended());
        managedBy(null);
        sharedIn(null);
        update(Pipeline.NONE);
        update(outcome().because(code, why));
        return on;
    }

    void startWork(UUID assignee, Instant now) {
        update(Pipeline.start(assignee, now));
        update(dueDate().orDefault(details().estimatedCloseDate(), now));
    }

    /** Makes another partner responsible. The extension request of the previous partner is dropped. */
    void handOverTo(UUID nextPartner) {
        if (!Objects.equals(partnerId(), nextPartner)) {
            update(dueDate().withoutRequest());
        }
        managedBy(nextPartner);
    }

    void forgetReasons() {
        closing = outcome().because(null, null);
    }

    void update(Pipeline next) {
        pipeline = next;
    }

    void update(DueDate next) {
        dueDate = next;
    }

    void update(CurrentOffer next) {
        offer = next;
    }

    void update(DistributionPlan next) {
        plan = next;
    }

    void update(Closing next) {
        closing = next;
    }

    public OpportunityDetails details() {
        return details;
    }

    public Pipeline pipeline() {
        return Objects.requireNonNullElse(pipeline, Pipeline.NONE);
    }

    public DueDate dueDate() {
        return dueDate;
    }

    public CurrentOffer offer() {
        return Objects.requireNonNullElse(offer, CurrentOffer.NONE);
    }

    public DistributionPlan plan() {
        return plan;
    }

    /** How it ended. */
    public Closing outcome() {
        return Objects.requireNonNullElse(closing, Closing.NONE);
    }
}
