package fr.brume.web.host;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.machine.Host;
import fr.brume.service.machine.HostService;
import fr.brume.web.image.ImagesByName;
import fr.brume.web.layout.Notices;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Creates a host from what is typed. */
@Named("hostCreate")
@ViewScoped
@SuppressWarnings("serial") // injected proxies live as long as the view
public class HostCreate implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private HostService hosts;

    @Inject
    private ImagesByName images;

    @Inject
    private Notices notices;

    private HostForm form;

    @PostConstruct
    void open() {
        form = new HostForm(images.getAll());
    }

    /** Creates the host and goes to the list; stays with the refusals beside their fields. */
    public String add() {
        try {
            Host host = hosts.create(form.draft());
            notices.done("host.HostCreate", "added", host.getName());
            return "/host/hostList?faces-redirect=true";
        } catch (InvalidInputException e) {
            notices.refuse(e);
            return null;
        }
    }

    public HostForm getForm() {
        return form;
    }
}
