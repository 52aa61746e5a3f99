package ee.sild.timeline.stream;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import ee.sild.opportunity.EventDetails;
import ee.sild.platform.Ref;
import ee.sild.platform.security.CurrentUser;
import ee.sild.timeline.EventKind;
import ee.sild.timeline.note.AttachmentView;
import ee.sild.timeline.note.Markdown;
import ee.sild.timeline.note.NoteView;
import ee.sild.timeline.note.Visibility;

/** Reads entries from the rows of a timeline. */
@ApplicationScoped
class TimelineEntries {

    private final CurrentUser user;
    private final ObjectMapper json;

    TimelineEntries(CurrentUser user, ObjectMapper json) {
        this.user = user;
        this.json = json;
    }

    TimelineEntry of(Tuple row) {
        var id = row.get("id", UUID.class);
        var actor = Ref.orNull(new Ref(row.get("actor_id", UUID.class), row.get("actor_name", String.class)));
        var company = Ref.orNull(new Ref(row.get("company_id", UUID.class), row.get("company_name", String.class)));
        var body = row.get("body", String.class);
        var at = row.get("at", Instant.class);
        if (row.get("type", String.class).equals("EVENT")) {
            var kind = EventKind.valueOf(row.get("kind", String.class));
            return new TimelineEntry(id, TimelineEntry.Type.EVENT, at, actor, company, kind, details(body), null);
        }
        var note = new NoteView(
                id,
                body,
                Markdown.html(body),
                Visibility.valueOf(row.get("visibility", String.class)),
                Ref.orNull(new Ref(row.get("addressee_id", UUID.class), row.get("addressee_name", String.class))),
                files(row.get("files", String.class)),
                row.get("edited_at", Instant.class),
                actor != null && actor.id().equals(user.id()),
                ((Number) row.get("version")).longValue());
        return new TimelineEntry(id, TimelineEntry.Type.NOTE, at, actor, company, null, null, note);
    }

    private List<AttachmentView> files(String found) {
        return found == null ? List.of() : List.of(read(found, AttachmentView[].class));
    }

    private EventDetails details(String body) {
        return read(body, EventDetails.class);
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
