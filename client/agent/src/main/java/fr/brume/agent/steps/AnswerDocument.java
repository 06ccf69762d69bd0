package fr.brume.agent.steps;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The content of an answer file of Windows ("Unattended Windows Setup Reference" of Microsoft). */
final class AnswerDocument {
    private static final String NAMESPACE = "urn:schemas-microsoft-com:unattend";
    private static final String TOKEN = "31bf3856ad364e35";

    private final Document document;

    private AnswerDocument(Document document) {
        this.document = document;
    }

    static AnswerDocument empty() {
        Document document = builder().newDocument();
        document.appendChild(document.createElementNS(NAMESPACE, "unattend"));
        return new AnswerDocument(document);
    }

    /**
     * Reads one. Document types are refused, and with them every entity of a file's own.
     *
     * @throws FailureException TOOL_FAILED with this name when it is not XML, or no answer file
     */
    static AnswerDocument parse(byte[] content, String name) throws FailureException {
        try {
            Document document = builder().parse(new ByteArrayInputStream(content));
            if (!"unattend".equals(document.getDocumentElement().getLocalName())) {
                throw new FailureException(Failure.TOOL_FAILED, "XML", name, "unattend");
            }
            return new AnswerDocument(anew(document));
        } catch (SAXException | IOException e) {
            throw new FailureException(Failure.TOOL_FAILED, e, "XML", name, e.getMessage());
        }
    }

    /** The same without its encoding, which would be that of the file written. */
    private static Document anew(Document parsed) {
        Document document = builder().newDocument();
        while (parsed.getFirstChild() != null) {
            document.appendChild(document.adoptNode(parsed.getFirstChild()));
        }
        return document;
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether Windows has answers here for this pass that it did not use yet. */
    boolean waiting(String pass) {
        return settings(pass).stream().anyMatch(settings -> !processed(settings));
    }

    /**
     * Answers one question.
     *
     * @param path of elements below the component
     */
    void put(String pass, String component, String architecture, String answer, List<String> path) {
        Element place = component(open(pass), component, architecture);
        for (String name : path) {
            List<Element> there = children(place, name);
            place = there.isEmpty() ? append(place, name) : there.get(0);
        }
        place.setTextContent(answer);
    }

    /** What of this pass was used once would be passed over: it makes room. */
    private Element open(String pass) {
        List<Element> all = settings(pass);
        Optional<Element> waiting =
                all.stream().filter(settings -> !processed(settings)).findFirst();
        if (waiting.isPresent()) {
            return waiting.get();
        }
        all.forEach(used -> used.getParentNode().removeChild(used));
        Element settings = append(document.getDocumentElement(), "settings");
        settings.setAttribute("pass", pass);
        return settings;
    }

    private Element component(Element settings, String name, String architecture) {
        Predicate<Element> wanted = component -> component.getAttribute("name").equalsIgnoreCase(name)
                && component.getAttribute("processorArchitecture").equalsIgnoreCase(architecture);
        return children(settings, "component").stream()
                .filter(wanted)
                .findFirst()
                .orElseGet(() -> {
                    Element component = append(settings, "component");
                    component.setAttribute("name", name);
                    component.setAttribute("processorArchitecture", architecture);
                    component.setAttribute("publicKeyToken", TOKEN);
                    component.setAttribute("language", "neutral");
                    component.setAttribute("versionScope", "nonSxS");
                    return component;
                });
    }

    private List<Element> settings(String pass) {
        return children(document.getDocumentElement(), "settings").stream()
                .filter(settings -> settings.getAttribute("pass").equalsIgnoreCase(pass))
                .toList();
    }

    private static boolean processed(Element settings) {
        return settings.getAttribute("wasPassProcessed").equalsIgnoreCase("true");
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }

    private Element append(Element parent, String name) {
        Element element = document.createElementNS(parent.getNamespaceURI(), name);
        parent.appendChild(element);
        return element;
    }

    /** As a file, in UTF-8. */
    byte[] bytes() {
        try {
            TransformerFactory factory = TransformerFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            Transformer writer = factory.newTransformer();
            writer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            document.setXmlStandalone(true);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            writer.transform(new DOMSource(document), new StreamResult(bytes));
            return bytes.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }
}
