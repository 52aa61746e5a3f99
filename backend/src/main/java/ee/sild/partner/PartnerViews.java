package ee.sild.partner;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import ee.sild.identity.Users;
import ee.sild.partner.PartnerStatus.Transition;
import ee.sild.platform.Money;
import ee.sild.platform.problem.Violations;
import ee.sild.platform.security.CurrentUser;
import ee.sild.platform.security.Role;
import ee.sild.platform.security.RowSecurity;
import ee.sild.reference.Tier;
import ee.sild.reference.TierView;
import ee.sild.reference.Vocabularies;
import ee.sild.reference.Vocabulary;
import ee.sild.settings.CurrencySettings;

/** Builds partner views and validates partner profiles. */
@ApplicationScoped
class PartnerViews {

    private static final String RECORD = """
            select coalesce((select l.open from partner_load l where l.partner_id = :id), 0) as open,
                   count(*) filter (where w.status = 'DELIVERED') as offered,
                   count(*) filter (where w.status = 'WON') as won,
                   count(*) filter (where w.status = 'LOST') as lost,
                   coalesce(sum(to_base(w.actual_value, w.currency, w.closed_on)) filter (where w.status = 'WON'),
                     0) as won_value,
                   (select r.acceptance from partner_response r where r.partner_id = :id) as acceptance,
                   (select r.hours from partner_response r where r.partner_id = :id) as hours
              from partner_work w
             where w.partner_id = :id
            """;

    private final EntityManager database;
    private final RowSecurity rows;
    private final Users users;
    private final Vocabularies vocabularies;
    private final CurrencySettings currency;

    PartnerViews(
            EntityManager database,
            RowSecurity rows,
            Users users,
            Vocabularies vocabularies,
            CurrencySettings currency) {
        this.database = database;
        this.rows = rows;
        this.users = users;
        this.vocabularies = vocabularies;
        this.currency = currency;
    }

    /** Throws if the profile refers to something that does not exist. */
    void check(EditPartnerRequest profile) {
        var programme = profile.programme();
        new Violations()
                .requireReference(
                        vocabularies.has(Vocabulary.TERRITORY, programme.territoryIds()), "/programme/territoryIds")
                .requireReference(
                        vocabularies.has(Vocabulary.COMPETENCY, programme.competencyIds()), "/programme/competencyIds")
                .addIf(
                        programme.revenueFrom() != null
                                && programme.revenueTo() != null
                                && programme.revenueTo().compareTo(programme.revenueFrom()) < 0,
                        "/programme/revenueTo",
                        "less-than-from")
                .requireReference(
                        programme.tierId() == null || database.find(Tier.class, programme.tierId()) != null,
                        "/programme/tierId")
                .requireReference(
                        programme.channelManagerId() == null || users.isStaff(programme.channelManagerId()),
                        "/programme/channelManagerId")
                .throwIfAny();
    }

    PartnerView view(Partner partner, CurrentUser viewer) {
        return new PartnerView(
                partner.id(),
                partner.name(),
                partner.country(),
                partner.status(),
                new PartnerProfileView(
                        partner.registryCode(),
                        partner.vatNumber(),
                        partner.webDomain(),
                        partner.phone(),
                        partner.about()),
                programme(partner),
                record(partner.id()),
                actions(partner, viewer),
                partner.createdAt(),
                partner.updatedAt(),
                partner.version());
    }

    private ProgrammeView programme(Partner partner) {
        return new ProgrammeView(
                partner.tierId() == null ? null : TierView.of(database.find(Tier.class, partner.tierId())),
                users.ref(partner.channelManagerId()),
                partner.memberSince(),
                partner.programmeUntil(),
                partner.capacity(),
                partner.revenueFrom(),
                partner.revenueTo(),
                vocabularies.refs(Vocabulary.TERRITORY, partner.territories()),
                vocabularies.refs(Vocabulary.COMPETENCY, partner.competencies()));
    }

    private static List<PartnerAction> actions(Partner partner, CurrentUser viewer) {
        var actions = new ArrayList<PartnerAction>();
        boolean manages = viewer.role() == Role.ADMIN || viewer.role() == Role.CHANNEL_MANAGER;
        if (manages || viewer.role() == Role.PARTNER_ADMIN || viewer.role() == Role.PARTNER_MANAGER) {
            actions.add(PartnerAction.EDIT);
        }
        if (partner.allows(Transition.ACTIVATE, viewer.role())) {
            actions.add(PartnerAction.ACTIVATE);
        }
        if (partner.allows(Transition.SUSPEND, viewer.role())) {
            actions.add(PartnerAction.SUSPEND);
        }
        if (manages || viewer.role() == Role.PARTNER_ADMIN) {
            actions.add(PartnerAction.INVITE_USER);
        }
        return actions;
    }

    private PartnerStatistics record(UUID id) {
        Tuple row = rows.asSystem(() -> (Tuple) database.createNativeQuery(RECORD, Tuple.class)
                .setParameter("id", id)
                .getSingleResult());
        long won = number(row, "won").longValue();
        long lost = number(row, "lost").longValue();
        return new PartnerStatistics(
                number(row, "open").longValue(),
                number(row, "offered").longValue(),
                won,
                lost,
                Money.of((BigDecimal) row.get("won_value"), currency.baseCurrency()),
                ratio(row, "acceptance"),
                won + lost == 0 ? null : (double) won / (won + lost),
                ratio(row, "hours"));
    }

    private static Number number(Tuple row, String column) {
        return (Number) row.get(column);
    }

    private static Double ratio(Tuple row, String column) {
        return row.get(column) == null ? null : number(row, column).doubleValue();
    }
}
