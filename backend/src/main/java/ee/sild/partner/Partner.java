package ee.sild.partner;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;

import ee.sild.partner.PartnerStatus.Transition;
import ee.sild.platform.Ids;
import ee.sild.platform.Ref;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.security.Role;

import static jakarta.persistence.EnumType.STRING;

/** A company through which the vendor sells. */
@Entity
public class Partner {

    @Id
    private UUID id;

    private String name;
    private String country;
    private String registryCode;
    private String vatNumber;
    private String webDomain;
    private String phone;
    private String about;

    @Enumerated(STRING)
    private PartnerStatus status;

    private UUID tierId;
    private UUID channelManagerId;
    private Integer capacity;
    private LocalDate programmeUntil;
    private BigDecimal revenueFrom;
    private BigDecimal revenueTo;
    private LocalDate memberSince;
    private Instant createdAt;
    private Instant updatedAt;

    /** The words that a search finds it by; the database folds them. Not lazy: native queries read whole partners. */
    @Column(insertable = false, updatable = false)
    private String searched;

    @Version
    private long version;

    @ElementCollection
    @CollectionTable(name = "partner_territory", joinColumns = @JoinColumn(name = "partner_id"))
    @Column(name = "territory_id")
    private Set<UUID> territories = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "partner_competency", joinColumns = @JoinColumn(name = "partner_id"))
    @Column(name = "competency_id")
    private Set<UUID> competencies = new HashSet<>();

    protected Partner() {
        // for Hibernate
    }

    Partner(EditPartnerRequest profile, LocalDate memberSince, Instant now) {
        this.id = Ids.next();
        this.status = PartnerStatus.ACTIVE;
        this.memberSince = memberSince;
        this.createdAt = now;
        edit(profile, now);
    }

    void edit(EditPartnerRequest details, Instant now) {
        name = details.name().strip();
        country = details.country();
        var profile = details.profile();
        registryCode = profile.registryCode();
        vatNumber = profile.vatNumber();
        webDomain = profile.webDomain();
        phone = profile.phone();
        about = profile.about();
        var programme = details.programme();
        tierId = programme.tierId();
        channelManagerId = programme.channelManagerId();
        programmeUntil = programme.until();
        capacity = programme.capacity();
        revenueFrom = programme.revenueFrom();
        revenueTo = programme.revenueTo();
        territories.retainAll(programme.territoryIds());
        territories.addAll(programme.territoryIds());
        competencies.retainAll(programme.competencyIds());
        competencies.addAll(programme.competencyIds());
        updatedAt = now;
    }

    void activate(Role by, Instant now) {
        execute(Transition.ACTIVATE, by, now);
    }

    void suspend(Role by, Instant now) {
        execute(Transition.SUSPEND, by, now);
    }

    private void execute(Transition transition, Role by, Instant now) {
        status = next(transition, by).orElseThrow(() -> new RuleViolation("partner.transition"));
        updatedAt = now;
    }

    private Optional<PartnerStatus> next(Transition transition, Role by) {
        return PartnerStatus.TABLE.next(status, transition, by);
    }

    /** Whether a user with this role may execute the transition now. */
    boolean allows(Transition transition, Role by) {
        return next(transition, by).isPresent();
    }

    public UUID id() {
        return id;
    }

    public Ref ref() {
        return new Ref(id, name);
    }

    public String name() {
        return name;
    }

    String country() {
        return country;
    }

    String registryCode() {
        return registryCode;
    }

    String vatNumber() {
        return vatNumber;
    }

    String webDomain() {
        return webDomain;
    }

    String phone() {
        return phone;
    }

    String about() {
        return about;
    }

    public PartnerStatus status() {
        return status;
    }

    public UUID tierId() {
        return tierId;
    }

    UUID channelManagerId() {
        return channelManagerId;
    }

    Integer capacity() {
        return capacity;
    }

    LocalDate programmeUntil() {
        return programmeUntil;
    }

    BigDecimal revenueFrom() {
        return revenueFrom;
    }

    BigDecimal revenueTo() {
        return revenueTo;
    }

    LocalDate memberSince() {
        return memberSince;
    }

    Set<UUID> territories() {
        return territories;
    }

    Set<UUID> competencies() {
        return competencies;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    long version() {
        return version;
    }
}
