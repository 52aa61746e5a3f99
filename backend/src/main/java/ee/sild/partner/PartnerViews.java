package ee.sild.partner;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import ee.sild.identity.Users;
import ee.sild.partner.PartnerStatus.Transition;
import ee.sild.platform.problem.IdentifierWarnings;
import ee.sild.platform.problem.Violations;
import ee.sild.platform.security.CurrentUser;
import ee.sild.platform.security.Role;
import ee.sild.reference.Tier;
import ee.sild.reference.TierView;
import ee.sild.reference.Vocabularies;
import ee.sild.reference.Vocabulary;

/** Builds partner views and validates partner profiles. */
@ApplicationScoped
class PartnerViews {

    private final EntityManager database;
    private final Users users;
    private final Vocabularies vocabularies;
    private final PartnerStatisticsQuery statistics;

    PartnerViews(EntityManager database, Users users, Vocabularies vocabularies, PartnerStatisticsQuery statistics) {
        this.database = database;
        this.users = users;
        this.vocabularies = vocabularies;
        this.statistics = statistics;
    }

    /**
     * Throws if the profile refers to something that does not exist.
     *
     * @param known what the programme has now, which stays even if it was retired
     */
    void check(EditPartnerRequest profile, ProgrammeRequest known) {
        var programme = profile.programme();
        new Violations()
                .requireReference(
                        vocabularies.has(Vocabulary.TERRITORY, known.territoryIds(), programme.territoryIds()),
                        "/programme/territoryIds")
                .requireReference(
                        vocabularies.has(Vocabulary.COMPETENCY, known.competencyIds(), programme.competencyIds()),
                        "/programme/competencyIds")
                .addIf(
                        programme.revenueFrom() != null
                                && programme.revenueTo() != null
                                && programme.revenueTo().compareTo(programme.revenueFrom()) < 0,
                        "/programme/revenueTo",
                        "less-than-from")
                .requireReference(
                        vocabularies.has(Vocabulary.TIER, known.tierId(), programme.tierId()), "/programme/tierId")
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
                statistics.of(partner.id()),
                actions(partner, viewer),
                IdentifierWarnings.of(
                        partner.country(), partner.registryCode(), partner.vatNumber(), partner.webDomain()),
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
}
