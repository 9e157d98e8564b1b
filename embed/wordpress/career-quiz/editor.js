// The block in the editor: a card in the quiz's place, and its attributes beside it. No build step.
( ( { blocks, blockEditor, components, element, i18n } ) => {
	const { createElement: el, Fragment } = element;
	const { __ } = i18n;

	/** One setting of the block. */
	const setting = ( Control, name, label, help, more ) => ( { attributes, setAttributes } ) =>
		el( Control, {
			key: name,
			label,
			help,
			value: attributes[ name ] ?? '',
			// What is empty is left out of the post.
			onChange: ( value ) => setAttributes( { [ name ]: value || undefined } ),
			...more,
		} );
	const { SelectControl, TextControl } = components;
	const option = ( value, label = value ) => ( { value, label } );

	const settings = [
		setting( TextControl, 'src', __( 'Quiz file', 'career-quiz' ), __( 'The address of a quiz of your own.', 'career-quiz' ) ),
		setting( TextControl, 'lang', __( 'Language', 'career-quiz' ), __( 'As in es, where it is not the language of the page.', 'career-quiz' ) ),
		setting( SelectControl, 'theme', __( 'Theme', 'career-quiz' ), undefined, {
			options: [ option( '', __( 'As the page', 'career-quiz' ) ), option( 'light', __( 'Light', 'career-quiz' ) ), option( 'dark', __( 'Dark', 'career-quiz' ) ), option( 'auto', __( 'As the visitor’s system', 'career-quiz' ) ) ],
		} ),
		setting( SelectControl, 'headingLevel', __( 'Heading level', 'career-quiz' ), undefined, {
			options: [ option( '', __( 'As usual', 'career-quiz' ) ), ...[ ...'123456' ].map( ( level ) => option( level ) ) ],
		} ),
		setting( TextControl, 'instance', __( 'Instance', 'career-quiz' ), __( 'A name, if the same quiz stands here twice.', 'career-quiz' ) ),
		setting( TextControl, 'shareUrl', __( 'Where shared links lead', 'career-quiz' ), __( 'An address in place of the quiz’s own pages; :path stands for the path.', 'career-quiz' ) ),
	];

	blocks.registerBlockType( 'career-quiz/quiz', {
		edit: ( props ) =>
			el( Fragment, null,
				el( blockEditor.InspectorControls, null,
					el( components.PanelBody, { title: __( 'Settings', 'career-quiz' ) }, settings.map( ( draw ) => draw( props ) ) ) ),
				el( 'div', blockEditor.useBlockProps(),
					el( components.Placeholder, {
						icon: 'forms',
						label: __( 'Career quiz', 'career-quiz' ),
						instructions: __( 'The quiz stands here on the page.', 'career-quiz' ),
					} ) ) ),
		// PHP draws it.
		save: () => null,
	} );
} )( window.wp );
