package ee.sild.timeline.file;

import java.util.List;

import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Files attached to notes. */
@ConfigMapping(prefix = "sild.attachments")
public interface AttachmentSettings {

    /** The allowed file name extensions. */
    @WithDefault(
            "pdf,doc,docx,xls,xlsx,ppt,pptx,odt,ods,odp,rtf,txt,csv,md,xml,json,png,jpg,jpeg,gif,webp,heic,zip,7z,eml,msg,ics,vcf,dwg,dxf,vsdx,mp4")
    List<String> kinds();

    /** How much the files of one partner may take, in megabytes. */
    @WithDefault("2000")
    @Min(1)
    int partnerMegabytes();

    /** How much the files of one opportunity may take, in megabytes. */
    @WithDefault("500")
    @Min(1)
    int opportunityMegabytes();
}
