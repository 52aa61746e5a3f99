package ee.sild.platform.contract;

import java.util.List;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

import ee.sild.platform.Language;

/** Lists the supported languages in the contract. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ContractLanguages implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        List<Object> codes =
                Language.supported().stream().<Object>map(Language::code).toList();
        api.getComponents().getSchemas().get("Language").setEnumeration(codes);
    }
}
