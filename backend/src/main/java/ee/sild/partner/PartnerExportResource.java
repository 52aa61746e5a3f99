package ee.sild.partner;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import ee.sild.platform.http.HeavyRead;
import ee.sild.platform.http.export.Export;
import ee.sild.platform.http.export.ExportColumns;
import ee.sild.platform.http.export.ExportRequest;
import ee.sild.platform.security.ApiScope;
import ee.sild.platform.security.CurrentUser;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.ANALYST;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_ADMIN;
import static ee.sild.platform.security.Roles.PARTNER_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_SELLER;
import static ee.sild.platform.security.Roles.SALES;

/** The list of partners as a file for people. */
@Path("/api/v1/partners/export")
@Tag(name = "Partners")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
@ApiScope("partners")
@Transactional(TxType.SUPPORTS)
class PartnerExportResource {

    private static final ExportColumns<PartnerSummary> COLUMNS = new ExportColumns<PartnerSummary>("partners")
            .text("name", PartnerSummary::name)
            .country("country", PartnerSummary::country)
            .term("status", "partnerStatus", PartnerSummary::status)
            .name("tier", PartnerSummary::tier)
            .name("channelManager", PartnerSummary::channelManager)
            .number("openOpportunities", PartnerSummary::open)
            .number("capacity", PartnerSummary::capacity)
            .time("updatedAt", PartnerSummary::updatedAt);

    private final PartnerList list;
    private final CurrentUser user;

    PartnerExportResource(PartnerList list, CurrentUser user) {
        this.list = list;
        this.user = user;
    }

    @GET
    @HeavyRead(exports = true)
    @Produces({Export.CSV, Export.XLSX})
    @Operation(operationId = "exportPartners", summary = "Export partners", description = """
            Returns all items that match, in columns for people: headings and terms are in the language of \
            `Accept-Language`, times in the vendor's time zone. Sort by `name`, `updatedAt` or `tier`.""")
    public Export export(@Valid @BeanParam PartnerFilter filter, @Valid @BeanParam ExportRequest file) {
        return file.of(list.search(filter, file.rows(), user), COLUMNS);
    }
}
