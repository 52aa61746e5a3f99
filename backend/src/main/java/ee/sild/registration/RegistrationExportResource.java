package ee.sild.registration;

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

/** The list of deal registrations as a file for people. */
@Path("/api/v1/deal-registrations/export")
@Tag(name = "Deal registrations")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
@ApiScope("deal-registrations")
@Transactional(TxType.SUPPORTS)
class RegistrationExportResource {

    private static final ExportColumns<DealRegistrationView> COLUMNS = new ExportColumns<DealRegistrationView>(
                    "deal-registrations")
            .text("number", DealRegistrationView::number)
            .name("opportunity", DealRegistrationView::opportunity)
            .name("customer", DealRegistrationView::customer)
            .name("partner", DealRegistrationView::partner)
            .names("productLines", DealRegistrationView::productLines)
            .term("status", "registration.status", DealRegistrationView::status)
            .amount("value", row -> row.scope().value())
            .text("currency", RegistrationExportResource::currency)
            .name("territory", row -> row.scope().territory())
            .time("submittedAt", row -> row.submission().submittedAt())
            .name("submittedBy", row -> row.submission().submittedBy())
            .longText("comment", row -> row.submission().comment())
            .time("decideBy", row -> row.approval().decideBy())
            .time("decidedAt", row -> row.decision().decidedAt())
            .name("decidedBy", row -> row.decision().decidedBy())
            .term("reason", "reason", row -> row.decision().reasonCode())
            .longText("explanation", row -> row.decision().reason())
            .time(
                    "exclusiveFrom",
                    row -> row.exclusivity() == null ? null : row.exclusivity().from())
            .time(
                    "exclusiveUntil",
                    row -> row.exclusivity() == null ? null : row.exclusivity().until())
            .yesOrNo("changePending", row -> row.change() != null);

    private final RegistrationList list;
    private final DealRegistrationViews views;
    private final CurrentUser user;

    RegistrationExportResource(RegistrationList list, DealRegistrationViews views, CurrentUser user) {
        this.list = list;
        this.views = views;
        this.user = user;
    }

    @GET
    @HeavyRead(exports = true)
    @Produces({Export.CSV, Export.XLSX})
    @Operation(operationId = "exportRegistrations", summary = "Export deal registrations", description = """
            Returns all items that match, in columns for people: headings and terms are in the language of \
            `Accept-Language`, times in the vendor's time zone. Sort by `submittedAt`, `decideBy` or `exclusiveUntil`.""")
    public Export export(@Valid @BeanParam RegistrationFilter filter, @Valid @BeanParam ExportRequest file) {
        return file.of(views.view(list.search(filter, file.rows(), user)), COLUMNS);
    }

    private static String currency(DealRegistrationView row) {
        return row.scope().value() == null ? null : row.scope().value().currency();
    }
}
