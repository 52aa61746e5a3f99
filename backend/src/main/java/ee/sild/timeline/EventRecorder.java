package ee.sild.timeline;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import ee.sild.opportunity.OpportunityEvent;
import ee.sild.platform.ObserverOrder;
import ee.sild.platform.security.CurrentUser;
import ee.sild.registration.RegistrationEvent;

/** Records the events of an opportunity, in the transaction in which they happen. */
@ApplicationScoped
class EventRecorder {

    private final EntityManager database;
    private final CurrentUser user;
    private final ObjectMapper json;

    EventRecorder(EntityManager database, CurrentUser user, ObjectMapper json) {
        this.database = database;
        this.user = user;
        this.json = json;
    }

    void onOpportunityEvent(@Observes @Priority(ObserverOrder.TIMELINE) OpportunityEvent event) {
        record(TimelineEvent.of(event));
    }

    void onRegistrationEvent(@Observes @Priority(ObserverOrder.TIMELINE) RegistrationEvent event) {
        record(TimelineEvent.of(event));
    }

    private void record(TimelineEvent event) {
        var actor = user.callerOrNull();
        try {
            var details = json.writeValueAsString(event.details());
            database.persist(new RecordedEvent(
                    event, actor == null ? null : actor.id(), actor != null && actor.partnerId() != null, details));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
