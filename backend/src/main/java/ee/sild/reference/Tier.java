package ee.sild.reference;

import java.time.Duration;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import ee.sild.platform.Ids;
import ee.sild.platform.Ref;

/** A level of the partner programme. */
@Entity
public class Tier {

    @Id
    private UUID id;

    private String name;

    @Column(name = "rank")
    private int level;

    private int answerHours;
    private UUID calendarId;
    private Integer exclusivityDays;

    @Version
    private long version;

    protected Tier() {
        // for Hibernate
    }

    Tier(EditTierRequest details) {
        this.id = Ids.next();
        edit(details);
    }

    void edit(EditTierRequest details) {
        name = details.name().strip();
        level = details.level();
        answerHours = details.answerHours();
        calendarId = details.calendarId();
        exclusivityDays = details.exclusivityDays();
    }

    EditTierRequest details() {
        return new EditTierRequest(name, level, answerHours, calendarId, exclusivityDays);
    }

    /** How long a partner of this tier has to answer an offer. */
    public Duration answerTime() {
        return Duration.ofHours(answerHours);
    }

    UUID id() {
        return id;
    }

    public Ref ref() {
        return new Ref(id, name);
    }

    String name() {
        return name;
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

    long version() {
        return version;
    }
}
