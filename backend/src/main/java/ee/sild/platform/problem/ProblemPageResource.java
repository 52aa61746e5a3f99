package ee.sild.platform.problem;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.Template;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The page behind a problem's {@code type}, which explains the problem. */
@Path("/problems")
@PermitAll
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
class ProblemPageResource {

    /** One problem type, in the reader's language. */
    public record Kind(String code, int status, String title, String detail) {

        static Kind of(String code) {
            String detail = Messages.pattern("problem." + code + ".detail");
            return new Kind(
                    code,
                    ProblemCatalogue.status(code),
                    Messages.title(code),
                    detail == null ? null : detail.replaceAll("\\{\\d}", "…").replace("''", "'"));
        }
    }

    private final Template problem;

    ProblemPageResource(Template problem) {
        this.problem = problem;
    }

    @GET
    @Operation(hidden = true)
    public String all() {
        return page(
                Messages.page("problems"),
                ProblemCatalogue.statuses().keySet().stream().map(Kind::of).toList());
    }

    @GET
    @Path("/{code}")
    @Operation(hidden = true)
    public String one(@PathParam("code") String code) {
        if (!ProblemCatalogue.statuses().containsKey(code)) {
            throw new NotFound();
        }
        Kind kind = Kind.of(code);
        return page(kind.title(), List.of(kind));
    }

    private String page(String heading, List<Kind> kinds) {
        return problem.data("heading", heading)
                .data("kinds", kinds)
                .data("single", kinds.size() == 1)
                .data("language", Messages.language().code())
                .data("all", Messages.page("all-problems"))
                .data("what", Messages.page("meaning"))
                .render();
    }
}
