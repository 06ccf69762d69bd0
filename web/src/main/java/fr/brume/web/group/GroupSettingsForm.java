package fr.brume.web.group;

import fr.brume.domain.machine.ExitType;
import fr.brume.domain.machine.GroupSettings;
import fr.brume.domain.machine.GroupSettings.Field;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What somebody ticks and types to be written to all hosts of a group. It begins empty: the hosts may differ. */
public class GroupSettingsForm implements Serializable {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // names of fields and truth values
    private final LinkedHashMap<String, Object> ticked = new LinkedHashMap<>();

    private Long imageId;
    private String productKey;
    private String primaryDisk;
    private ExitType biosExit;
    private ExitType efiExit;
    private String kernelArguments;

    /** What was ticked and typed, for the service to judge. */
    public GroupSettings settings() {
        Set<Field> chosen = EnumSet.noneOf(Field.class);
        for (Field field : Field.values()) {
            if (Boolean.parseBoolean(String.valueOf(ticked.get(field.name())))) {
                chosen.add(field);
            }
        }
        return new GroupSettings(chosen, imageId, productKey, primaryDisk, biosExit, efiExit, kernelArguments);
    }

    /** Whether each is meant, by the name of its field. */
    public Map<String, Object> getTicked() {
        return ticked;
    }

    public Long getImageId() {
        return imageId;
    }

    public void setImageId(Long imageId) {
        this.imageId = imageId;
    }

    public String getProductKey() {
        return productKey;
    }

    public void setProductKey(String productKey) {
        this.productKey = productKey;
    }

    public String getPrimaryDisk() {
        return primaryDisk;
    }

    public void setPrimaryDisk(String primaryDisk) {
        this.primaryDisk = primaryDisk;
    }

    public ExitType getBiosExit() {
        return biosExit;
    }

    public void setBiosExit(ExitType biosExit) {
        this.biosExit = biosExit;
    }

    public ExitType getEfiExit() {
        return efiExit;
    }

    public void setEfiExit(ExitType efiExit) {
        this.efiExit = efiExit;
    }

    public String getKernelArguments() {
        return kernelArguments;
    }

    public void setKernelArguments(String kernelArguments) {
        this.kernelArguments = kernelArguments;
    }
}
