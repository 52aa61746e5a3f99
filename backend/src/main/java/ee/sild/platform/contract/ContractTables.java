package ee.sild.platform.contract;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

import ee.sild.platform.http.export.Export;

/** The files of the contract to which lists are exported. */
final class ContractTables {

    private ContractTables() {}

    static void describe(APIResponse answer) {
        describe(answer, Export.CSV, "Csv");
        describe(answer, Export.XLSX, "Xlsx");
    }

    private static void describe(APIResponse answer, String type, String schema) {
        if (answer.getContent() != null && answer.getContent().hasMediaType(type)) {
            answer.getContent()
                    .getMediaType(type)
                    .setSchema(OASFactory.createSchema().ref(schema));
        }
    }
}
