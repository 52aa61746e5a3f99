package ee.sild.distribution.offer;

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
import static ee.sild.platform.security.Roles.SALES;

/** The list of offers as a file for people. */
@Path("/api/v1/distributions/export")
@Tag(name = "Distributions")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER})
@ApiScope("distributions")
@Transactional(TxType.SUPPORTS)
class OfferExportResource {

    private static final ExportColumns<OfferView> COLUMNS = new ExportColumns<OfferView>("distributions")
            .name("opportunity", OfferView::opportunity)
            .name("partner", OfferView::partner)
            .term("status", "offer", OfferView::status)
            .time("deliveredAt", row -> row.delivery().at())
            .name("deliveredBy", row -> row.delivery().by())
            .time("answerBy", OfferView::answerBy)
            .time("answeredAt", row -> row.answer().at())
            .name("answeredBy", row -> row.answer().by())
            .time("endedAt", OfferView::endedAt)
            .term("reason", "reason", OfferView::reasonCode)
            .longText("explanation", OfferView::reason)
            .longText("message", row -> row.delivery().message());

    private final OfferList list;
    private final CurrentUser user;

    OfferExportResource(OfferList list, CurrentUser user) {
        this.list = list;
        this.user = user;
    }

    @GET
    @HeavyRead(exports = true)
    @Produces({Export.CSV, Export.XLSX})
    @Operation(operationId = "exportDistributions", summary = "Export offers", description = """
            Returns all items that match, in columns for people: headings and terms are in the language of \
            `Accept-Language`, times in the vendor's time zone. Sort by `deliveredAt` or `answerBy`.""")
    public Export export(@Valid @BeanParam OfferFilter filter, @Valid @BeanParam ExportRequest file) {
        return file.of(list.search(filter, file.rows(), user), COLUMNS);
    }
}
