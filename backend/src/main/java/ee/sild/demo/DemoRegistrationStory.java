package ee.sild.demo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.opportunity.OpportunityStatus;
import ee.sild.platform.problem.ExpectedVersion;
import ee.sild.reference.Vocabulary;
import ee.sild.registration.DealRegistration;
import ee.sild.registration.DealRegistrations;
import ee.sild.registration.RegistrationStatus;
import ee.sild.registration.RequestedField;
import ee.sild.registration.conflict.Exclusivity;
import ee.sild.registration.review.RegistrationReview;
import ee.sild.registration.review.RequestInformationRequest;
import ee.sild.registration.submission.RegisterDeal;

/** How partners request exclusivity for what they created, and how the vendor decides. */
@ApplicationScoped
class DemoRegistrationStory {

    private final RegisterDeal registerDeal;
    private final RegistrationReview review;
    private final DealRegistrations registrations;
    private final Exclusivity exclusivity;
    private final DemoJobs jobs;

    DemoRegistrationStory(
            RegisterDeal registerDeal,
            RegistrationReview review,
            DealRegistrations registrations,
            Exclusivity exclusivity,
            DemoJobs jobs) {
        this.registerDeal = registerDeal;
        this.review = review;
        this.registrations = registrations;
        this.exclusivity = exclusivity;
        this.jobs = jobs;
    }

    /**
     * Adds the steps from the request to the end of exclusivity.
     *
     * @param until until when the vendor grants exclusivity; null for the usual time
     */
    void scheduleApproved(DemoStory story, DemoOpportunityStory opportunity, Instant until) {
        Instant submitted = story.plan.times().created().plus(1, ChronoUnit.HOURS);
        Instant approved = decided(story.plan);
        story.script.at(submitted, story.seller(), () -> submit(story, opportunity.id()));
        story.script.at(submitted.plusSeconds(5), jobs::applyRegistrationDeadlines);
        story.script.at(approved.minus(5, ChronoUnit.MINUTES), story.channelManager(), opportunity::addVendorTerms);
        story.script.at(approved.minusSeconds(60), story.channelManager(), () -> approve(opportunity.id(), until));
        story.script.at(approved, story.world.actor("Mari Saar"), () -> approve(opportunity.id(), until));
        story.script.at(approved, () -> scheduleEnd(story.script, opportunity.id()));
    }

    void scheduleReturned(DemoStory story, DemoOpportunityStory opportunity) {
        story.script.at(
                story.plan.times().created().plus(1, ChronoUnit.HOURS),
                story.seller(),
                () -> submit(story, opportunity.id()));
        story.script.at(decided(story.plan), story.channelManager(), () -> requestInformation(opportunity.id()));
    }

    /** The vendor decides within hours, before it would be reminded. */
    private static Instant decided(DemoPlan plan) {
        Instant soon = plan.times().created().plus(6, ChronoUnit.HOURS);
        return soon.isBefore(plan.times().answered()) ? soon : plan.times().answered();
    }

    /** The request is recent enough for the vendor to have time left. */
    void schedulePending(DemoStory story, DemoOpportunityStory opportunity, Instant submitted) {
        story.script.at(submitted, story.seller(), () -> submit(story, opportunity.id()));
    }

    private void submit(DemoStory story, UUID opportunity) {
        int line = story.plan.project().line();
        registerDeal.register(
                opportunity,
                List.of(story.world.entry(
                        Vocabulary.PRODUCT_LINE, story.vendor.productLines().get(line))),
                "We know their IT people well and have shown them our plan.");
    }

    /** Takes the next step of the approval. Small deals have been approved automatically, others need one or two. */
    private void approve(UUID opportunity, Instant until) {
        var registration = registrations.open(opportunity).orElseThrow();
        if (registration.status() == RegistrationStatus.SUBMITTED) {
            review.approve(
                    registration.id(), registration.approval().isAtLastStep() ? until : null, ExpectedVersion.NONE);
        }
    }

    private void requestInformation(UUID opportunity) {
        review.requestInformation(
                registrations.open(opportunity).orElseThrow().id(),
                new RequestInformationRequest(
                        List.of(RequestedField.CONTACT, RequestedField.TIMEFRAME),
                        "Whom do you talk to, and when do they decide?"),
                ExpectedVersion.NONE);
    }

    /** The product's job reminds the partner before the end, and ends the exclusivity. */
    private void scheduleEnd(DemoScript script, UUID opportunity) {
        Instant end = registrations
                .open(opportunity)
                .map(DealRegistration::exclusiveUntil)
                .orElseThrow();
        script.at(exclusivity.remindAt(end), jobs::applyRegistrationDeadlines);
        script.at(end, jobs::applyRegistrationDeadlines);
    }

    /** Until when the vendor grants exclusivity; null for the usual time, which ends in the past for old ones. */
    Instant until(DemoPlan plan, Instant now) {
        if (plan.fate() != OpportunityStatus.ACCEPTED) {
            return plan.times().last().plus(30, ChronoUnit.DAYS);
        }
        boolean ends = plan.number() % 4 == 2 && plan.times().created().isBefore(now.minus(120, ChronoUnit.DAYS));
        return ends ? null : now.plus(30L + plan.number() % 30, ChronoUnit.DAYS);
    }
}
