package ee.sild.partner;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.platform.VendorDays;

/** Adds a company to the partner programme. */
@ApplicationScoped
public class CreatePartner {

    private final Partners partners;
    private final PartnerViews views;
    private final Clock clock;

    CreatePartner(Partners partners, PartnerViews views, Clock clock) {
        this.partners = partners;
        this.views = views;
        this.clock = clock;
    }

    public Partner create(EditPartnerRequest request) {
        views.check(request, ProgrammeRequest.NONE);
        Instant now = clock.instant();
        var partner = new Partner(request, VendorDays.of(now), now);
        partners.persistAndFlush(partner);
        return partner;
    }
}
