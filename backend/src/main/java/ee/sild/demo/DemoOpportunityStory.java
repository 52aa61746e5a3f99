package ee.sild.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import ee.sild.demo.DemoPlan.Origin;
import ee.sild.distribution.offer.DeclineReason;
import ee.sild.opportunity.ClassificationRequest;
import ee.sild.opportunity.OpportunityStatus;
import ee.sild.opportunity.OpportunityValueRequest;
import ee.sild.opportunity.QualificationRequest;
import ee.sild.opportunity.edit.CreateOpportunityRequest;
import ee.sild.opportunity.edit.CreatePipelineRequest;
import ee.sild.reference.Vocabulary;

/** How one opportunity is created, and offered to its partner or approved. */
final class DemoOpportunityStory {

    private static final List<DeclineReason> DECLINES = List.of(
            DeclineReason.NO_CAPACITY,
            DeclineReason.NOT_OUR_COMPETENCE,
            DeclineReason.NOT_OUR_REGION,
            DeclineReason.UNCLEAR_NEED);

    private final DemoStory story;
    private final DemoPlan plan;
    private final DemoScript script;
    private final DemoActions actions;
    private final DemoJobs jobs;
    private UUID id;
    private UUID offer;

    DemoOpportunityStory(DemoStory story, DemoJobs jobs) {
        this.story = story;
        this.plan = story.plan;
        this.script = story.script;
        this.actions = story.actions;
        this.jobs = jobs;
    }

    UUID id() {
        return id;
    }

    /** Adds the steps until a partner works on it. */
    void schedule() {
        script.at(plan.times().created(), plan.isByPartner() ? story.seller() : story.owner(), this::create);
        if (plan.fate() == OpportunityStatus.NEW && plan.number() % 2 == 0) {
            script.at(
                    plan.times().created().plus(1, ChronoUnit.HOURS),
                    story.owner(),
                    () -> actions.note(id, story.text("staff")));
        }
        if (plan.fate() == OpportunityStatus.POOL) {
            script.at(plan.times().offered(), story.owner(), () -> actions.openToPool(id));
        }
        if (!plan.isByPartner() && !plan.isUnoffered()) {
            script.at(plan.times().offered(), story.owner(), this::offer);
            scheduleAnswer();
        }
    }

    private void create() {
        var created = actions.create(request());
        id = created.id();
        if (plan.origin() == Origin.PARTNER_WITH_NEW_CUSTOMER) {
            story.world.addCustomer(
                    plan.client().name(),
                    created.customerId(),
                    created.details().contacts().iterator().next());
        }
    }

    private CreateOpportunityRequest request() {
        boolean isNew = plan.origin() == Origin.PARTNER_WITH_NEW_CUSTOMER;
        boolean byVendor = plan.origin() == Origin.VENDOR;
        UUID customer = isNew ? null : story.world.customer(plan.client().name());
        var project = plan.project();
        return new CreateOpportunityRequest(
                plan.topic(),
                customer,
                isNew ? DemoFounding.details(story.vendor, plan.client(), story.world) : null,
                isNew ? Set.of() : contacts(customer),
                isNew ? DemoFounding.contact(plan.client()) : null,
                new OpportunityValueRequest(plan.value().currency(), plan.value()),
                new QualificationRequest(null, project.situation(), project.need(), project.pain(), project.solution()),
                new ClassificationRequest(
                        Set.of(story.world.entry(
                                Vocabulary.PRODUCT_LINE,
                                story.vendor.productLines().get(project.line()))),
                        byVendor ? competencies() : null,
                        byVendor ? territory() : null,
                        null),
                new CreatePipelineRequest(probability(), closeDate(), null),
                null,
                null,
                null);
    }

    private Integer probability() {
        return plan.fate() == OpportunityStatus.NEW ? null : 10 + 20 * plan.phase();
    }

    private Set<UUID> contacts(UUID customer) {
        return plan.isByPartner()
                ? actions.contacts(customer)
                : Set.of(story.world.contact(plan.client().name()));
    }

    private LocalDate closeDate() {
        return LocalDate.ofInstant(plan.times().created(), ZoneOffset.UTC).plusDays(90 + plan.number() % 60);
    }

    private UUID territory() {
        return story.world.entry(Vocabulary.TERRITORY, plan.territory());
    }

    private Set<UUID> competencies() {
        return plan.project().competencies().stream()
                .map(one -> story.world.entry(
                        Vocabulary.COMPETENCY, story.vendor.competencies().get(one)))
                .collect(Collectors.toSet());
    }

    private void offer() {
        offer = actions.offer(
                id,
                story.world.partner(plan.team().company().name()),
                plan.number() % 4 == 0 ? story.text("staff") : null,
                plan.fate() == OpportunityStatus.EXPIRED ? plan.times().answered() : null);
    }

    private void scheduleAnswer() {
        var answered = plan.times().answered();
        switch (plan.fate()) {
            case DELIVERED -> {
                // waits for its answer
            }
            case DECLINED -> script.at(answered, story.manager(), () -> actions.decline(offer, story.inTurn(DECLINES)));
            case EXPIRED -> scheduleExpiry();
            default -> script.at(answered, story.manager(), () -> actions.accept(offer));
        }
    }

    /** The product's job reminds the partner and ends the offer, at the times of the policy. */
    private void scheduleExpiry() {
        var time = Duration.between(plan.times().offered(), plan.times().answered());
        var reminder =
                plan.times().offered().plus(time.multipliedBy(3).dividedBy(4)).plusSeconds(1);
        script.at(reminder, jobs::applyOfferDeadlines);
        script.at(plan.times().answered(), jobs::applyOfferDeadlines);
    }

    /** The vendor adds its own terms to what the partner created, and approves it. */
    void scheduleApproval() {
        var approved = plan.times().answered();
        script.at(approved.minus(5, ChronoUnit.MINUTES), story.channelManager(), this::addVendorTerms);
        script.at(
                approved,
                story.channelManager(),
                () -> actions.move(id, (found, by, now) -> found.work().approve(by, now)));
    }

    void addVendorTerms() {
        actions.edit(
                id,
                Map.of("classification", Map.of("territoryId", territory(), "requiredCompetencyIds", competencies())));
    }
}
