package ee.sild.partner;

import java.time.Duration;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import ee.sild.platform.Ids;

/** A level of the partner programme. */
@Entity
public class Tier {

    @Id
    private UUID id;
    private String name;
    @Column(name = "rank")
    private int level;
    private int answerHours;

    protected Tier() {
        // for Hibernate
    }

    Tier(String name, int level, int answerHours) {
        this.id = Ids.next();
        this.name = name.strip();
        this.level = level;
        this.answerHours = answerHours;
    }

    /** How long a partner of this tier has to answer an offer. */
    public Duration answerTime() {
        return Duration.ofHours(answerHours);
    }

    UUID id() {
        return id;
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
}
