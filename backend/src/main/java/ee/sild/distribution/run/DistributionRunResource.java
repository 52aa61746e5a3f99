package ee.sild.distribution.run;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import ee.sild.platform.Page;
import ee.sild.platform.http.Idempotent;
import ee.sild.platform.http.IfMatch;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.security.ApiScope;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.security.Roles.SALES;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/distribution-runs")
@Tag(name = "Distribution runs", description = "Distribute many opportunities at once: preview, adjust, confirm")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES})
@ApiScope("distributions")
@Transactional
@Idempotent
class DistributionRunResource {

    private final DistributionRuns runs;
    private final DistributionRunViews views;
    private final CreateDistributionRun createRun;
    private final ConfirmDistributionRun confirmRun;
    private final IfMatch ifMatch;

    DistributionRunResource(
            DistributionRuns runs,
            DistributionRunViews views,
            CreateDistributionRun createRun,
            ConfirmDistributionRun confirmRun,
            IfMatch ifMatch) {
        this.runs = runs;
        this.views = views;
        this.createRun = createRun;
        this.confirmRun = confirmRun;
        this.ifMatch = ifMatch;
    }

    @GET
    @Operation(
            operationId = "listDistributionRuns",
            summary = "List distribution runs, newest first",
            description = "Returns the last 20 runs, without their opportunities.")
    public Page<DistributionRunView> list() {
        return Page.whole(views.recent());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @APIResponseSchema(value = DistributionRunView.class, responseCode = "201")
    @Operation(
            operationId = "createDistributionRun",
            summary = "Create a distribution run",
            description = "Proposes a partner for each opportunity and distributes nothing yet. The run is "
                    + "prepared in the background; poll it until its status is `PREVIEW`.")
    public DistributionRunView create(@NotNull @Valid CreateDistributionRunRequest request) {
        return createRun.create(request);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getDistributionRun",
            summary = "Get a distribution run",
            description = "Returns the proposal or result for each opportunity. `progress` counts the "
                    + "processed opportunities while the run is prepared or executed.")
    public DistributionRunView get(UUID id) {
        return views.view(runs.get(id));
    }

    @POST
    @Path("/{id}/confirm")
    @Consumes(MediaType.APPLICATION_JSON)
    @ProblemCodes({"distribution-run.transition", "distribution.not-eligible"})
    @Operation(
            operationId = "confirmDistributionRun",
            summary = "Confirm a distribution run",
            description = "Distributes the opportunities as proposed, with the choices in the request. A "
                    + "failed opportunity does not stop the others.")
    public DistributionRunView confirm(UUID id, @NotNull @Valid ConfirmDistributionRunRequest request) {
        return confirmRun.confirm(id, request, ifMatch.version());
    }
}
