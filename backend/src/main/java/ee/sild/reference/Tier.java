package ee.sild.reference;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;

/** A level of the partner programme. */
@Entity
public class Tier extends VocabularyEntry {

    @Column(name = "rank")
    private int level;

    private int answerHours;
    private UUID calendarId;
    private Integer exclusivityDays;

    protected Tier() {
        // for Hibernate
    }

    Tier(EditTierRequest details, Instant now) {
        super(details.name());
        edit(details, now);
    }

    void edit(EditTierRequest details, Instant now) {
        rename(details.name(), details.names());
        retire(details.retired(), now);
        level = details.level();
        answerHours = details.answerHours();
        calendarId = details.calendarId();
        exclusivityDays = details.exclusivityDays();
    }

    /** Its fields, as they are edited. */
    public EditTierRequest details() {
        return new EditTierRequest(name(), names(), level, answerHours, calendarId, exclusivityDays, isRetired());
    }

    /** How long a partner of this tier has to answer an offer. */
    public Duration answerTime() {
        return Duration.ofHours(answerHours);
    }

    int level() {
        return level;
    }

    int answerHours() {
        return answerHours;
    }

    /** The calendar that answer times are counted in; null for 24/7. */
    public UUID calendarId() {
        return calendarId;
    }

    /** How many days a registration of such a partner is exclusive; null for the default. */
    public Integer exclusivityDays() {
        return exclusivityDays;
    }
}
