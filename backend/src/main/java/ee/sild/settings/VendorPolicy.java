package ee.sild.settings;

import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import ee.sild.platform.problem.Invalid;
import ee.sild.platform.security.Role;

/** The policies that the vendor sets. */
@Entity
@Table(name = "policy")
public class VendorPolicy {

    @Id
    private UUID id;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] maskedFields;

    private Integer reminderPercent;
    private int newAfterHours;
    private int stalledAfterDays;
    private Integer takeBackAfterDays;
    private String timeZone;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] secondFactorRoles;

    @Version
    private long version;

    protected VendorPolicy() {
        // for Hibernate
    }

    void edit(EditPoliciesRequest details) {
        if (details.takeBackAfterDays() != null && details.takeBackAfterDays() <= details.stalledAfterDays()) {
            throw new Invalid("/takeBackAfterDays", "order");
        }
        maskedFields = details.maskedFields().stream()
                .distinct()
                .sorted()
                .map(Enum::name)
                .toArray(String[]::new);
        reminderPercent = details.reminderPercent();
        newAfterHours = details.newAfterHours();
        stalledAfterDays = details.stalledAfterDays();
        takeBackAfterDays = details.takeBackAfterDays();
        timeZone = details.timeZone();
        secondFactorRoles = details.secondFactorRoles().stream()
                .distinct()
                .sorted()
                .map(Enum::name)
                .toArray(String[]::new);
    }

    EditPoliciesRequest details() {
        return new EditPoliciesRequest(
                List.copyOf(masked()),
                reminderPercent,
                newAfterHours,
                stalledAfterDays,
                takeBackAfterDays,
                timeZone,
                secondFactorRoles());
    }

    PoliciesView view() {
        return new PoliciesView(
                masked().stream().sorted().toList(),
                reminderPercent,
                newAfterHours,
                stalledAfterDays,
                takeBackAfterDays,
                timeZone,
                secondFactorRoles(),
                version);
    }

    /** The fields hidden from a partner until it has accepted. */
    public Set<MaskedField> masked() {
        return Stream.of(maskedFields)
                .map(MaskedField::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(MaskedField.class)));
    }

    /** The part of the answer time that passes before the reminder; empty for no reminder. */
    public Optional<Duration> reminderAfter(Duration answerTime) {
        return Optional.ofNullable(reminderPercent)
                .map(percent -> answerTime.multipliedBy(percent).dividedBy(100));
    }

    /** After how long without partner activity an opportunity is taken back; empty for never. */
    public Optional<Duration> takeBackAfter() {
        return Optional.ofNullable(takeBackAfterDays).map(Duration::ofDays);
    }

    /** The roles whose users must have a second factor. */
    public List<Role> secondFactorRoles() {
        return Stream.of(secondFactorRoles).map(Role::valueOf).toList();
    }

    /** Where the vendor's days begin. */
    ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    long version() {
        return version;
    }
}
